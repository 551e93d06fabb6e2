import { useState } from "react";

import { useIncidentSheets } from "../../api/queries";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { Choice } from "../../parts/Choice";
import { Area } from "../../parts/Field";
import { SaySheet } from "../../parts/SaySheet";
import { useSaved } from "../../parts/saved";
import { useDraft } from "../../parts/useDraft";
import { useSend } from "../../parts/useSend";
import { useWords } from "../../words";

// Another sheet from now on; what was answered and done stays.
export function WrongSheet() {
  const { duty } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button quiet start" onClick={() => setOpen(true)}>
        {duty.wrongSheet}
      </button>
      {open && <SheetChoice onClose={() => setOpen(false)} />}
    </>
  );
}

function SheetChoice({ onClose }: { onClose: () => void }) {
  const { duty } = useWords();
  const { id, sheet: followed } = useThisIncident();
  const sheets = useIncidentSheets(id).data ?? [];
  const tellSaved = useSaved();
  const draft = useDraft(`${id}/sheet`, { sheet: "", why: "" });
  const following = useSend(draft, writes.followSheet(id), (receipt) => {
    tellSaved(receipt);
    onClose();
  });
  const { sheet, why } = draft.values;
  return (
    <SaySheet
      title={duty.wrongSheet}
      lead={duty.wrongSheetLead}
      submit={duty.follow}
      send={() => sheet && why.trim() && following.send({ sheet, why: why.trim() })}
      sending={following}
      draft={draft}
      onClose={onClose}
    >
      <Choice
        label={duty.sheet}
        value={sheet}
        options={sheets
          .filter((one) => one.id !== followed)
          .map((one) => ({ value: one.id, label: one.title }))}
        say={(chosen) => draft.change({ sheet: chosen })}
      />
      <Area
        label={duty.whySheet}
        value={why}
        say={(text) => draft.change({ why: text })}
        required
      />
    </SaySheet>
  );
}

import type { FormEvent } from "react";

import type { Call } from "../../api/types";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { Area } from "../../parts/Field";
import { ReceiptLine } from "../../parts/Receipt";
import { useSaved } from "../../parts/saved";
import { Sheet } from "../../parts/Sheet";
import { useDraft } from "../../parts/useDraft";
import { useSend } from "../../parts/useSend";
import { useWords } from "../../words";

export function CallSheet({ call, onClose }: { call: Call; onClose: () => void }) {
  const words = useWords();
  const { id } = useThisIncident();
  const tellSaved = useSaved();
  const draft = useDraft(`${id}/call|${call.contact}`, { note: "" });
  const calling = useSend(draft, writes.call(id), (receipt) => {
    tellSaved(receipt);
    onClose();
  });
  const note = draft.values.note.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    calling.send({ contact: call.contact, ...(note ? { note } : {}) });
  };
  return (
    <Sheet title={words.calls.madeTo(call.whom)} open onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Area
          label={words.calls.note}
          value={draft.values.note}
          say={(text) => draft.change({ note: text })}
          optional
        />
        <ReceiptLine sending={calling} draft={draft} />
        <button className="button strong start" type="submit" disabled={calling.isPending}>
          {words.act2.write}
        </button>
      </form>
    </Sheet>
  );
}

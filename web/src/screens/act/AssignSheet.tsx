import type { PlanStep } from "../../api/types";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { Area, Field } from "../../parts/Field";
import { PersonField } from "../../parts/PersonField";
import { SaySheet } from "../../parts/SaySheet";
import { useSaved } from "../../parts/saved";
import { fromWallClock } from "../../parts/time";
import { useDraft } from "../../parts/useDraft";
import { useSend } from "../../parts/useSend";
import { useWords } from "../../words";

// Who does a step, and until when; the step stays to be done.
export function AssignSheet({ step, onClose }: { step: PlanStep; onClose: () => void }) {
  const words = useWords();
  const { id, zone } = useThisIncident();
  const tellSaved = useSaved();
  const draft = useDraft(`${id}/assign|${step.item}|${step.account}`, {
    to: step.owner,
    due: "",
    why: "",
  });
  const assigning = useSend(draft, writes.assign(id), (receipt) => {
    tellSaved(receipt);
    onClose();
  });
  const { to, due, why } = draft.values;
  const send = () => {
    const said = {
      account: step.account,
      to: to.trim(),
      due: (due && fromWallClock(due, zone)) || "",
      why: why.trim(),
    };
    const present = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ""));
    assigning.send({ item: step.item, ...present });
  };
  return (
    <SaySheet
      title={`${words.duty.assign} ${step.title}`}
      lead={words.duty.assignLead}
      submit={words.act2.write}
      send={send}
      sending={assigning}
      draft={draft}
      onClose={onClose}
    >
      <PersonField
        label={words.duty.assignTo}
        value={to}
        say={(name) => draft.change({ to: name })}
      />
      <Field
        label={words.act2.due(zone)}
        type="datetime-local"
        value={due}
        say={(moment) => draft.change({ due: moment })}
        optional
      />
      <Area
        label={words.act2.whyOptional}
        value={why}
        say={(text) => draft.change({ why: text })}
        optional
      />
    </SaySheet>
  );
}

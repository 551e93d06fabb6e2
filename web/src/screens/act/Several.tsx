import { useState } from "react";

import type { ActionState, Plan, PlanStep } from "../../api/types";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { useMe } from "../../app/me";
import { SaySheet } from "../../parts/SaySheet";
import { Select } from "../../parts/Select";
import { useSaved } from "../../parts/saved";
import { wallClock } from "../../parts/time";
import { ofStep, useDecision } from "../../parts/useDecision";
import { useDraft } from "../../parts/useDraft";
import { useWords } from "../../words";
import { blankAct, type Wrong, wrongOf } from "./act";
import { ActFields } from "./ActFields";
import { PickSteps } from "./PickSteps";
import { bodiesOf, choosable, keyOf, lastWritten, needsOfAll, refusedOf, stepOf } from "./several";

const states: readonly ActionState[] = [
  "done",
  "in-progress",
  "not-applicable",
  "impossible",
  "delegated",
  "postponed",
];

interface Props {
  plan: Plan;
  priority: PlanStep["priority"] | undefined;
}

// Says how several steps stand, in one go.
export function Several({ plan, priority }: Props) {
  const { act } = useWords();
  const [open, setOpen] = useState(false);
  const steps = choosable(plan.items, priority);
  if (steps.length < 2 && !open) return null;
  return (
    <>
      <button type="button" className="button quiet start" onClick={() => setOpen(true)}>
        {act.several}
      </button>
      {open && <SeveralSheet steps={steps} onClose={() => setOpen(false)} />}
    </>
  );
}

function SeveralSheet({ steps, onClose }: { steps: readonly PlanStep[]; onClose: () => void }) {
  const words = useWords();
  const { id, zone } = useThisIncident();
  const { me } = useMe();
  const tellSaved = useSaved();
  const [blank] = useState(() => ({
    ...blankAct(wallClock(new Date(), zone), me.display_name),
    picked: [] as string[],
    state: "done" as ActionState,
  }));
  const [wrong, setWrong] = useState<Wrong | "none">(null);
  const draft = useDraft(`${id}/act|several`, blank);
  const { picked, state, ...values } = draft.values;
  const chosen = steps.filter((step) => picked.includes(keyOf(step)));
  const acting = useDecision(draft, {
    write: writes.actOnSeveral(id),
    concerns: ofStep(picked.map(stepOf)),
    begun: true,
    onSaved: (outcomes) => {
      const written = lastWritten(outcomes);
      if (written) tellSaved(written);
      const refused = refusedOf(outcomes);
      if (refused.length === 0) onClose();
      // What was typed stays, for those that were refused.
      else draft.change({ picked: refused.map(({ key }) => key) });
    },
  });
  const needs = needsOfAll(chosen, state, values);
  const send = () => {
    const fault = chosen.length === 0 ? "none" : wrongOf(needs, values, zone);
    setWrong(fault);
    const touched = values.occurred !== blank.occurred;
    if (!fault) acting.send({ actions: bodiesOf(chosen, state, values, zone, touched) });
  };
  return (
    <SaySheet
      title={words.act.several}
      lead={words.act.severalLead}
      submit={words.act.severalWrite(chosen.length)}
      send={send}
      sending={acting}
      draft={draft}
      onClose={onClose}
    >
      <PickSteps
        steps={steps}
        picked={picked}
        say={(now) => draft.change({ picked: now })}
        refused={acting.data ? refusedOf(acting.data) : []}
        wrong={wrong === "none" ? words.act.severalNone : undefined}
      />
      <Select
        label={words.act.severalState}
        value={state}
        options={states.map((value) => ({ value, label: words.act.say[value] }))}
        say={(value) => draft.change({ state: value })}
      />
      <ActFields
        values={values}
        change={draft.change}
        needs={needs}
        state={state}
        wrong={wrong === "none" ? null : wrong}
        preservation={[]}
      />
    </SaySheet>
  );
}

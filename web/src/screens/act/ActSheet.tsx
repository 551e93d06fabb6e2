import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";

import type { ActionState, PlanStep, Step } from "../../api/types";
import { writes } from "../../api/writes";
import { pathOf, useThisIncident } from "../../app/incident";
import { useMe } from "../../app/me";
import { Notice } from "../../parts/Notice";
import { SayEnd } from "../../parts/SayEnd";
import { Sheet } from "../../parts/Sheet";
import { wallClock } from "../../parts/time";
import { ofStep, useDecision } from "../../parts/useDecision";
import { useDraft } from "../../parts/useDraft";
import { useSaved } from "../../parts/saved";
import { useWords } from "../../words";
import { actBody, blankAct, needsOf, type Wrong, wrongOf } from "./act";
import { ActFields } from "./ActFields";

interface Props {
  step: PlanStep;
  detail: Step;
  state: ActionState;
  onClose: () => void;
}

// The line that will be written, filled in beforehand: Ctrl+Enter is enough.
export function ActSheet({ step, detail, state, onClose }: Props) {
  const words = useWords();
  const { id, zone } = useThisIncident();
  const { me } = useMe();
  const [, go] = useLocation();
  const [blank] = useState(() => blankAct(wallClock(new Date(), zone), me.display_name));
  const [wrong, setWrong] = useState<Wrong>(null);
  const tellSaved = useSaved();
  const draft = useDraft(`${id}/act|${step.item}|${step.account}|${state}`, blank);
  const acting = useDecision(draft, {
    write: writes.act(id),
    concerns: ofStep([step]),
    begun: true,
    onSaved: (receipt) => {
      tellSaved(receipt);
      onClose();
      go(pathOf(id, "act"));
    },
  });
  const needs = needsOf(step, state, draft.values);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fault = wrongOf(needs, draft.values, zone);
    setWrong(fault);
    const touched = draft.values.occurred !== blank.occurred;
    if (!fault) acting.send(actBody(step, state, draft.values, zone, touched));
  };
  return (
    <Sheet title={`${words.act.say[state]}${words.colon}${step.title}`} open onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="soft">
          {[step.account, words.act.explain[state]].filter(Boolean).join(" — ")}
        </p>
        {needs.impact && <Notice kind="danger" title={words.act.impact} lines={detail.impacts} />}
        <ActFields
          values={draft.values}
          change={draft.change}
          needs={needs}
          state={state}
          wrong={wrong}
          preservation={detail.preservation}
        />
        <SayEnd submit={words.act2.write} sending={acting} draft={draft} onClose={onClose} />
      </form>
    </Sheet>
  );
}

import { useState } from "react";
import { useLocation } from "wouter";

import type { ActionState, Plan, PlanStep, Step } from "../../api/types";
import { stepPath, useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { ActSheet } from "./ActSheet";
import { AssignSheet } from "./AssignSheet";
import { AnswerForm } from "./AnswerForm";

interface Props {
  step: PlanStep;
  detail: Step;
  plan: Plan;
}

const others: readonly ActionState[] = [
  "in-progress",
  "partial",
  "impossible",
  "not-applicable",
  "delegated",
  "postponed",
];

// The address names the step that one has begun to say something of, so that what others do meanwhile
// does not put another in its place.
function useStay({ item, account }: PlanStep) {
  const { id } = useThisIncident();
  const [, go] = useLocation();
  return () => go(stepPath(id, item, account), { replace: true });
}

// What can be said of the step: done first and largest; a question asks for its answer first.
export function Say({ step, detail, plan }: Props) {
  const words = useWords();
  const [saying, setSaying] = useState<ActionState | null>(null);
  const [assigning, setAssigning] = useState(false);
  const question = detail.answer !== "none";
  const close = () => setSaying(null);
  const stay = useStay(step);
  const say = (state: ActionState) => {
    stay();
    setSaying(state);
  };
  const ways = question ? others.filter((state) => state !== "partial") : others;
  return (
    <>
      {question ? (
        <AnswerForm step={step} detail={detail} plan={plan} onBegin={stay} />
      ) : (
        <div className="say">
          <button type="button" className="button strong large" onClick={() => say("done")}>
            {words.act.say.done}
          </button>
        </div>
      )}
      <fieldset>
        <legend className="soft small">{words.act.otherWays}</legend>
        <div className="row">
          {ways
            .filter((state) => state !== step.state)
            .map((state) => (
              <button key={state} type="button" className="button" onClick={() => say(state)}>
                {words.act.say[state]}
              </button>
            ))}
          <button type="button" className="button" onClick={() => setAssigning(true)}>
            {words.duty.assign}
          </button>
        </div>
      </fieldset>
      {assigning && <AssignSheet step={step} onClose={() => setAssigning(false)} />}
      {saying && (
        <ActSheet key={saying} step={step} detail={detail} state={saying} onClose={close} />
      )}
    </>
  );
}

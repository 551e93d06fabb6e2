import { Link } from "wouter";

import type { PlanStep, Step } from "../../api/types";
import { stepPath, useThisIncident } from "../../app/incident";
import { Notice } from "../../parts/Notice";
import { useWords } from "../../words";

// What must be known before the step is done, in the order to read it.
export function StepBefore({ detail, step }: { detail: Step; step: PlanStep }) {
  const words = useWords();
  const incident = useThisIncident().id;
  const first = step.blockers.filter(({ kind }) => kind === "prerequisite");
  return (
    <>
      <Notice kind="danger" title={words.act.impact} lines={detail.impacts} />
      <Notice kind="warn" title={words.act.preserve} lines={detail.preservation} />
      <Notice kind="warn" title={words.act.beware} lines={step.warnings} />
      {first.length > 0 && (
        <div className="notice warn">
          <strong>{words.act.first}</strong>
          <ul>
            {first.map((one) => (
              <li key={one.message}>
                <Link href={stepPath(incident, one.step, step.account)}>{one.message}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

// What may be looked up while doing it.
export function StepAfter({ detail }: { detail: Step }) {
  const words = useWords();
  const links = detail.links.map((link) => link.title);
  return (
    <div className="stack tight small">
      <Notice title={words.act.undo} lines={[detail.undo]} />
      <Notice title={words.act.withoutUser} lines={[detail.without_user]} />
      <Notice title={words.act.remarks} lines={detail.remarks} />
      <Notice title={words.act.links} lines={links} />
    </div>
  );
}

import { Link } from "wouter";

import type { Plan, PlanStep } from "../../api/types";
import { stepPath, useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { grouped, isOpen, markOf, settled, type StepGroup } from "./steps";

// The steps of the priority under way, small: the action stays what one looks at.
export function StepList({ plan, step }: { plan: Plan; step: PlanStep | null }) {
  const words = useWords();
  const priority = step?.priority;
  const groups = grouped(plan.items).filter((group) => !priority || group.priority === priority);
  return (
    <nav aria-label={words.act.steps} className="stack tight">
      <h2>
        {words.act.steps}
        {priority && <span className="soft small"> · {words.priority[priority]}</span>}
      </h2>
      <ol role="list" className="steps">
        {groups.map((group) => (
          <li key={group.item}>
            <Line group={group} here={group.item === step?.item} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Line({ group, here }: { group: StepGroup; here: boolean }) {
  const words = useWords();
  const incident = useThisIncident().id;
  const target = group.steps.find(isOpen) ?? group.steps[0];
  if (!target) return null;
  const left = group.steps.filter(isOpen).length;
  return (
    <Link
      className="step-line"
      href={stepPath(incident, target.item, target.account)}
      aria-current={here ? "step" : undefined}
    >
      <span className="mark" aria-hidden="true">
        {settled(group) ? markOf(target) : ""}
      </span>
      <span>
        {group.title}
        <span className={settled(group) ? "soft small" : "only-read"}>
          {" "}
          {words.state[target.state]}
        </span>
        {group.steps.length > 1 && (
          <span className="soft small">
            {" "}
            {words.act.progress(group.steps.length - left, group.steps.length)}
          </span>
        )}
      </span>
    </Link>
  );
}

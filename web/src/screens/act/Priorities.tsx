import { Link } from "wouter";

import type { Plan } from "../../api/types";
import { stepPath, useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { grouped, isOpen, priorities, type Priority, settled } from "./steps";

// How far each priority is. A click goes to its first step that waits.
export function Priorities({ plan, here }: { plan: Plan; here: Priority | undefined }) {
  const words = useWords();
  const incident = useThisIncident().id;
  const groups = grouped(plan.items);
  return (
    <nav className="priorities" aria-label={words.act.byPriority}>
      {priorities.map((priority) => {
        const mine = groups.filter((group) => group.priority === priority);
        const target = mine.flatMap(({ steps }) => steps).find(isOpen) ?? mine[0]?.steps[0];
        if (!target) return null;
        const done = mine.filter(settled).length;
        return (
          <Link
            key={priority}
            className="button"
            href={stepPath(incident, target.item, target.account)}
            aria-current={priority === here ? "true" : undefined}
          >
            <span>{words.priority[priority]}</span>
            <span className="soft number" aria-hidden="true">
              {done}/{mine.length}
            </span>
            <span className="only-read">{words.act.progress(done, mine.length)}</span>
            <Bar part={done / mine.length} />
          </Link>
        );
      })}
    </nav>
  );
}

// The words beside it say the same.
export const Bar = ({ part }: { part: number }) => (
  <span className="bar" aria-hidden="true">
    <span style={{ inlineSize: `${Math.round(part * 100)}%` }} />
  </span>
);

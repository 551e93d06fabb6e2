import type { Plan } from "../../api/types";
import { useWords } from "../../words";
import { Bar } from "../act/Priorities";
import { grouped, priorities, settled } from "../act/steps";

export function Progress({ plan }: { plan: Plan }) {
  const words = useWords();
  const groups = grouped(plan.items);
  return (
    <section className="card stack" aria-label={words.status.progress}>
      <h2>{words.status.progress}</h2>
      <ul role="list" className="stack tight">
        {priorities.map((priority) => {
          const mine = groups.filter((group) => group.priority === priority);
          const done = mine.filter(settled).length;
          if (mine.length === 0) return null;
          return (
            <li key={priority} className="progress">
              <span className="row between">
                {words.priority[priority]}
                <span className="number">{words.act.progress(done, mine.length)}</span>
              </span>
              <Bar part={done / mine.length} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

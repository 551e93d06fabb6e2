import type { Plan } from "../../api/types";
import { useWords } from "../../words";
import { isOwed } from "../act/steps";

// What could not be done, or was put off: it stays in sight until it is made good.
export function OwedSteps({ plan }: { plan: Plan }) {
  const words = useWords();
  const owed = plan.items.filter(isOwed);
  return (
    <section className="stack tight">
      <h2>{words.status.owed}</h2>
      {owed.length === 0 && <p className="soft">{words.status.nothingOwed}</p>}
      <ul role="list" className="stack tight">
        {owed.map((step) => (
          <li key={`${step.item} ${step.account}`} className="notice warn">
            <strong>
              {step.title} {step.account && `(${step.account})`}
            </strong>
            <p>{[words.state[step.state], step.to, step.why].filter(Boolean).join(" — ")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Link } from "wouter";

import type { Plan, PlanStep } from "../../api/types";
import { stepPath, useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { markOf } from "./steps";

// For which account the step is, and the others that wait for the same.
export function Accounts({ plan, step }: { plan: Plan; step: PlanStep }) {
  const words = useWords();
  const incident = useThisIncident().id;
  if (!step.account) return null;
  const all = plan.items.filter((one) => one.item === step.item && !one.hidden);
  const place = all.findIndex((one) => one.account === step.account) + 1;
  return (
    <div className="accounts">
      <p>
        <span className="soft small">{words.act.account} </span>
        <strong>{step.account}</strong>
      </p>
      {all.length > 1 && (
        <details className="small">
          <summary>{words.act.ofAccounts(place, all.length)}</summary>
          <ul role="list">
            {all.map((one) => (
              <li key={one.account}>
                <Link
                  className="step-line"
                  href={stepPath(incident, one.item, one.account)}
                  aria-current={one === step ? "step" : undefined}
                >
                  <span className="mark" aria-hidden="true">
                    {markOf(one)}
                  </span>
                  <span>
                    {one.account} <span className="soft">{words.state[one.state]}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

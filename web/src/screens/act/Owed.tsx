import { Link } from "wouter";

import { useClocks } from "../../api/queries";
import type { Plan } from "../../api/types";
import { pathOf, stepPath, useThisIncident } from "../../app/incident";
import { spell } from "../../parts/time";
import { useNow } from "../../parts/useNow";
import { useWords } from "../../words";

// The clocks that run or wait for a decision, the temporary measures, and what is to be proven.
export function Owed({ plan }: { plan: Plan }) {
  const words = useWords();
  const { id } = useThisIncident();
  const now = useNow(30_000);
  const clocks = useClocks(id).data ?? [];
  const proposed = [...new Set(plan.clocks_proposed.map(({ clock }) => clock))];
  const titleOf = (clock: string) => clocks.find((one) => one.clock === clock)?.title ?? clock;
  const left = (due: string | null) => due && spell(Date.parse(due) - now.getTime());
  const total = plan.clocks.length + proposed.length + plan.temporary.length + plan.proofs.length;
  if (total === 0) return null;
  return (
    <section className="stack tight" aria-label={words.owed.title}>
      <h2>{words.owed.title}</h2>
      <ul role="list" className="stack tight">
        {plan.clocks.map((clock) => (
          <li key={clock.clock}>
            <Link href={pathOf(id, "clocks")}>{clock.title}</Link>
            <br />
            <span className="number small">
              {words.clocks.status[clock.status]}
              {clock.due &&
                clock.status === "running" &&
                ` · ${words.clocks.left} ${left(clock.due) ?? ""}`}
            </span>
          </li>
        ))}
        {proposed.map((clock) => (
          <li key={clock}>
            <Link href={pathOf(id, "clocks")}>{titleOf(clock)}</Link>
            <br />
            <span className="small soft">{words.owed.proposed}</span>
          </li>
        ))}
        {plan.temporary.map((one) => (
          <li key={`${one.item} ${one.account}`}>
            <Link href={stepPath(id, one.lifted_by, one.account)}>{one.title}</Link>
            <br />
            <span className="small soft">
              {words.owed.temporary}
              {one.due && ` · ${words.owed.temporaryDue}`}
            </span>
          </li>
        ))}
        {plan.proofs.map((proof) => (
          <li key={`${proof.item} ${proof.account}`}>
            <Link href={stepPath(id, proof.evidence, proof.account)}>{proof.title}</Link>
            <br />
            <span className="small soft">
              {proof.account} {words.owed[proof.value]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

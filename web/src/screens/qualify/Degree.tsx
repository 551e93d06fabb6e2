import type { Severity } from "../../api/types";
import { Notice } from "../../parts/Notice";
import { useWords } from "../../words";

// How severe it is, and why: what establishes it, and what could still make it worse.
export function Degree({ severity }: { severity: Severity }) {
  const { qualify } = useWords();
  const titles = (names: readonly string[]) =>
    severity.inputs
      .filter(({ input }) => names.includes(input))
      .map(({ title, value }) => `${title} ${qualify.answers[value]}`);
  const reasons = titles(severity.established);
  return (
    <section className="card stack" aria-label={qualify.degree}>
      <p>
        <span className="soft small">
          {qualify.degree}, {severity.decided ? qualify.decided : qualify.working}
        </span>
        <br />
        <strong className="degree">{severity.title}</strong>
      </p>
      {severity.overtaken && <p className="notice warn">{qualify.overtaken}</p>}
      <Notice title={qualify.reasons} lines={reasons.length ? reasons : [qualify.noReason]} />
      <Notice title={qualify.toCeiling} lines={titles(severity.to_ceiling)} kind="warn" />
      <details>
        <summary>{qualify.axes}</summary>
        <dl className="facts">
          {severity.axes.map((axis) => (
            <div key={axis.axis} className="fact">
              <dt>{axis.title}</dt>
              <dd>{titles(axis.established).join(" · ") || qualify.noReason}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

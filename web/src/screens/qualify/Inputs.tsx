import { Link } from "wouter";

import type { Severity, SeverityInput } from "../../api/types";
import { stepPath, useThisIncident } from "../../app/incident";
import { useWords } from "../../words";

const signs = { yes: "✓", no: "✗", unknown: "?" } as const;

export function Inputs({ severity }: { severity: Severity }) {
  const { qualify } = useWords();
  return (
    <details>
      <summary>{qualify.questions}</summary>
      <ul role="list">
        {severity.inputs.map((input) => (
          <li key={input.input}>
            <Line input={input} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Line({ input }: { input: SeverityInput }) {
  const { qualify } = useWords();
  const { id } = useThisIncident();
  const body = (
    <>
      <span className="mark" aria-hidden="true">
        {signs[input.value]}
      </span>
      <span>
        {input.title}{" "}
        <span className="soft small">
          {[
            qualify.answers[input.value],
            input.grounds.some((ground) => ground.by_evidence) && qualify.byEvidence,
            input.contradicted && qualify.contradicted,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
    </>
  );
  if (!input.ask) return <div className="step-line">{body}</div>;
  return (
    <Link className="step-line" href={stepPath(id, input.ask, "")}>
      {body}
    </Link>
  );
}

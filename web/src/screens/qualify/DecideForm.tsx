import type { FormEvent } from "react";

import type { Severity } from "../../api/types";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { useMe } from "../../app/me";
import { Choice } from "../../parts/Choice";
import { Area, Field } from "../../parts/Field";
import { ReceiptLine } from "../../parts/Receipt";
import { useDecision } from "../../parts/useDecision";
import { useDraft } from "../../parts/useDraft";
import { useWords } from "../../words";

// The degrees of sheets/severity.yaml, from the least on.
const degrees = ["anomaly", "minor", "major", "crisis"] as const;

export function DecideForm({ severity }: { severity: Severity }) {
  const { qualify } = useWords();
  const { id } = useThisIncident();
  const { me } = useMe();
  const draft = useDraft(`${id}/severity`, {
    degree: severity.degree,
    by: me.display_name,
    why: "",
  });
  const deciding = useDecision(draft, {
    write: writes.decide(id),
    concerns: () => true,
    begun: draft.begun,
  });
  const { degree, by, why } = draft.values;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    deciding.send({ degree, by: by.trim(), why: why.trim() });
  };
  return (
    <details>
      <summary>{qualify.decide}</summary>
      <form className="card stack" onSubmit={submit}>
        <p>{qualify.decideLead}</p>
        <Choice
          row
          label={qualify.degree}
          value={degrees.find((one) => one === degree) ?? ""}
          options={degrees.map((value) => ({ value, label: qualify.degrees[value] }))}
          say={(chosen) => draft.change({ degree: chosen })}
        />
        <Field
          label={qualify.decideBy}
          value={by}
          say={(text) => draft.change({ by: text })}
          required
        />
        <Area
          label={qualify.decideWhy}
          value={why}
          say={(text) => draft.change({ why: text })}
          required
        />
        <ReceiptLine sending={deciding} draft={draft} saved={deciding.data} />
        <button className="button strong start" type="submit" disabled={deciding.isPending}>
          {qualify.decide}
        </button>
      </form>
    </details>
  );
}

import { useFindings } from "../../api/queries";
import type { PlanStep } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { useEvidenceTime } from "../../parts/useEvidenceTime";
import { useWords } from "../../words";

// The findings that speak to this step, beside it: the machine proposes, the person decides.
export function EvidenceSays({ step }: { step: PlanStep }) {
  const words = useWords();
  const { id } = useThisIncident();
  const { withZone } = useEvidenceTime();
  const findings = useFindings(id).data ?? [];
  if (step.evidence === "") return null;
  const mine = findings.filter((finding) => step.findings.includes(finding.id));
  const says = {
    yes: words.act.evidenceYes,
    no: words.act.evidenceNo,
    unknown: words.act.evidenceUnknown,
  }[step.evidence];
  return (
    <div className="notice">
      <strong>{words.act.evidence}</strong>
      <p>{says}</p>
      {mine.length > 0 && (
        <ul>
          {mine.slice(0, 5).map((finding) => (
            <li key={finding.id}>
              {finding.title}{" "}
              <span className="soft">
                {finding.time && withZone(finding.time, finding.time_is_local)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

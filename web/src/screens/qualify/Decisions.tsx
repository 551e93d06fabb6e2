import type { Severity } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { dayAndTime } from "../../parts/time";
import { useSpeech } from "../../words";

export function Decisions({ severity }: { severity: Severity }) {
  const { words, language } = useSpeech();
  const { zone } = useThisIncident();
  if (severity.decisions.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{words.qualify.decisions}</h2>
      <ol role="list" className="stack tight">
        {severity.decisions.map((decision) => (
          <li key={decision.entry} className="notice">
            <strong>{nameOf(words.qualify.degrees, decision.degree)}</strong>
            <p>{decision.why}</p>
            <p className="soft small">
              {decision.by}, {dayAndTime(decision.when, zone, language)} ({zone})
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const nameOf = (names: Record<string, string>, degree: string) => names[degree] ?? degree;

import { useIndicators } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { CopyButton } from "../../parts/Copy";
import { dayAndTime } from "../../parts/time";
import { useSpeech } from "../../words";

export function Indicators() {
  const { words, language } = useSpeech();
  const { id, zone } = useThisIncident();
  const indicators = useIndicators(id).data ?? [];
  return (
    <section className="stack tight">
      <h2>{words.findings.indicators}</h2>
      {indicators.length === 0 && <p className="soft">{words.findings.noIndicator}</p>}
      <ul role="list" className="stack tight">
        {indicators.map((one) => (
          <li key={`${one.kind} ${one.value}`} className="row">
            <code>{one.value}</code>
            <span className="tag">{words.findings.treatment[one.treatment]}</span>
            {one.expires && (
              <span className="soft small">
                {words.findings.until} {dayAndTime(one.expires, zone, language)} ({zone})
              </span>
            )}
            <CopyButton text={one.value} />
          </li>
        ))}
      </ul>
    </section>
  );
}

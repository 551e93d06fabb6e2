import { useIndicators } from "../../api/queries";
import type { Finding } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { CopyButton } from "../../parts/Copy";
import { dayAndTime } from "../../parts/time";
import { useSpeech } from "../../words";

interface Props {
  findings: readonly Finding[];
  seek: (text: string) => void; // the findings that hold it
}

export function Indicators({ findings, seek }: Props) {
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
            <button
              type="button"
              className="button pivot"
              onClick={() => {
                seek(one.value);
                document.querySelector<HTMLElement>("main h1")?.focus();
              }}
            >
              <code>{one.value}</code>
              <span className="soft small">
                {words.findings.holding(countOf(findings, one.value))}
              </span>
            </button>
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

const countOf = (findings: readonly Finding[], value: string) =>
  findings.filter(({ addresses, accounts, hosts, indicators }) =>
    [addresses, accounts, hosts, indicators].some((names) => names.includes(value)),
  ).length;

import { Link } from "wouter";

import type { Finding } from "../../api/types";
import { stepPath, useThisIncident } from "../../app/incident";
import { useEvidenceTime } from "../../parts/useEvidenceTime";
import { useWords } from "../../words";

interface Props {
  finding: Finding;
  seek: (text: string) => void; // everything else that holds the same
}

const tones = { critical: "danger", high: "danger", medium: "warn", low: "", info: "" } as const;

// What the evidence says, as text and nothing but text: it was written by the attacker.
export function FindingCard({ finding, seek }: Props) {
  const words = useWords();
  const { withZone } = useEvidenceTime();
  const at = finding.time ? withZone(finding.time, finding.time_is_local) : words.findings.noTime;
  return (
    <article className="card stack tight">
      <p className="row small">
        <span className={`tag ${tones[finding.severity]}`}>
          {words.findings.severity[finding.severity]}
        </span>
        <span className="number">{at}</span>
        <span className="soft">{finding.rule}</span>
      </p>
      <h2>{finding.title}</h2>
      <Pivots label={words.findings.accounts} names={finding.accounts} seek={seek} />
      <Pivots label={words.findings.addresses} names={finding.addresses} seek={seek} />
      <Pivots label={words.findings.hosts} names={finding.hosts} seek={seek} />
      <Pivots label={words.findings.indicators} names={othersOf(finding)} seek={seek} />
      <Grounds finding={finding} />
    </article>
  );
}

// Indicators that stand nowhere else on the card.
const othersOf = ({ indicators, accounts, addresses, hosts }: Finding) =>
  indicators.filter((one) => ![accounts, addresses, hosts].some((names) => names.includes(one)));

function Grounds({ finding }: { finding: Finding }) {
  const { findings: words } = useWords();
  const { id } = useThisIncident();
  return (
    <details>
      <summary>{words.why}</summary>
      <div className="stack tight">
        <ul>
          {finding.why.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
        {finding.evidence.slice(0, 3).map((place) => (
          <p key={`${place.file} ${place.line ?? place.record ?? 0}`} className="small">
            <span className="soft">{words.source} </span>
            <span className="code">{place.file}</span>
            {place.line !== undefined && `, ${words.row(place.line)}`}
          </p>
        ))}
        <p className="row small">
          <span className="soft">{words.steps}</span>
          {finding.items.map((item) => (
            <Link key={item} href={stepPath(id, item, finding.accounts[0] ?? "")}>
              {item.split("/")[1]}
            </Link>
          ))}
        </p>
      </div>
    </details>
  );
}

function Pivots({
  label,
  names,
  seek,
}: { label: string; names: readonly string[] } & Pick<Props, "seek">) {
  if (names.length === 0) return null;
  return (
    <p className="row small">
      <span className="soft">{label}</span>
      {names.slice(0, 6).map((name) => (
        <button key={name} type="button" className="button pivot" onClick={() => seek(name)}>
          {name}
        </button>
      ))}
      {names.length > 6 && <span>+ {names.length - 6}</span>}
    </p>
  );
}

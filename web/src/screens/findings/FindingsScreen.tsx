import { useState } from "react";
import { Link, useSearchParams } from "wouter";

import { useFindings } from "../../api/queries";
import type { Finding } from "../../api/types";
import { pathOf, useThisIncident } from "../../app/incident";
import { Field } from "../../parts/Field";
import { Loading } from "../../parts/Loading";
import { plainly } from "../../parts/plainly";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { FindingCard } from "./FindingCard";
import { Indicators } from "./Indicators";
import { SeverityFilter } from "./SeverityFilter";

const page = 25; // findings shown at once

export function FindingsScreen() {
  const { findings: words, ...all } = useWords();
  const incident = useThisIncident();
  const findings = useFindings(incident.id);
  const [sought, setSought] = useSought();
  const [level, setLevel] = useState<Finding["severity"] | "">("");
  const [shown, setShown] = useState(page);
  if (findings.isPending) return <Loading />;
  if (!findings.data) return <Trouble why={findings.error} again={() => void findings.refetch()} />;
  const found = findings.data.filter(
    (one) => (!level || one.severity === level) && holds(one, sought),
  );
  return (
    <div className="stack wide">
      <Title title={words.title} incident={incident.title} lead={words.lead} />
      {findings.data.length === 0 && (
        <p>
          {words.none} <Link href={pathOf(incident.id, "evidence")}>{words.goEvidence}</Link>
        </p>
      )}
      {findings.data.length > 0 && (
        <>
          <SeverityFilter findings={findings.data} level={level} say={setLevel} />
          <Field label={words.search} type="search" value={sought} say={setSought} />
          <p role="status">{words.shown(found.length, findings.data.length)}</p>
        </>
      )}
      <ol role="list" className="stack">
        {found.slice(0, shown).map((finding) => (
          <li key={finding.id}>
            <FindingCard finding={finding} seek={setSought} />
          </li>
        ))}
      </ol>
      {shown < found.length && (
        <button type="button" className="button start" onClick={() => setShown(shown + page)}>
          {all.more}
        </button>
      )}
      <Indicators findings={findings.data} seek={setSought} />
    </div>
  );
}

// What is looked for stands in the address: it can be sent to another, and Back undoes a pivot.
function useSought(): [string, (text: string) => void] {
  const [search, setSearch] = useSearchParams();
  const sought = search.get("about") ?? "";
  return [
    sought,
    (text) => setSearch(text ? { about: text } : {}, { replace: sought !== "" && text !== "" }),
  ];
}

const holds = (finding: Finding, sought: string) =>
  plainly(
    [
      finding.title,
      finding.rule,
      ...finding.accounts,
      ...finding.addresses,
      ...finding.hosts,
      ...finding.indicators,
      ...finding.why,
    ].join(" "),
  ).includes(plainly(sought));

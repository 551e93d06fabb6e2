import { Link } from "wouter";

import type { Analysis } from "../../api/types";
import { pathOf, useThisIncident } from "../../app/incident";
import { spell } from "../../parts/time";
import { useNow } from "../../parts/useNow";
import { useWords } from "../../words";

interface Props {
  analysis: Analysis;
  stop: () => void;
}

export function AnalysisCard({ analysis, stop }: Props) {
  const { evidence: words } = useWords();
  const { id } = useThisIncident();
  const now = useNow(1000);
  const busy = analysis.state === "waiting" || analysis.state === "running";
  const until = analysis.ended ? Date.parse(analysis.ended) : now.getTime();
  return (
    <div className="card stack tight">
      <p role="status">
        <strong>{words.state[analysis.state]}</strong>, {words.files(analysis.files)}
      </p>
      {analysis.started && (
        <p className="soft number">
          {words.since} {spell(until - Date.parse(analysis.started))}
        </p>
      )}
      {analysis.state === "done" && (
        <p>
          {words.found(analysis.findings)}, {words.answered(analysis.answers)}.{" "}
          <Link href={pathOf(id, "findings")}>{words.see}</Link>
        </p>
      )}
      {analysis.detail && <p>{analysis.detail}</p>}
      {busy && (
        <button type="button" className="button start" onClick={stop}>
          {words.stop}
        </button>
      )}
    </div>
  );
}

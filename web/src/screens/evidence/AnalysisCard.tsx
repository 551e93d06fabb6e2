import { Label, ProgressBar } from "react-aria-components";
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
  const busy = analysis.state === "waiting" || analysis.state === "running";
  return (
    <div className="card stack tight">
      <p role="status">
        <strong>{words.state[analysis.state]}</strong>, {words.files(analysis.files)}
      </p>
      {analysis.started && <HowFar analysis={analysis} />}
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

// How many files were read, since when, and about how long is left at that pace.
function HowFar({ analysis }: { analysis: Analysis }) {
  const { evidence: words } = useWords();
  const now = useNow(1000);
  const { read, files, started, ended } = analysis;
  const spent = (ended ? Date.parse(ended) : now.getTime()) - Date.parse(started ?? "");
  const left = read > 0 && !ended ? (spent / read) * (files - read) : null;
  const part = files ? (100 * read) / files : 0;
  return (
    <ProgressBar className="progress" value={part}>
      <Label className="number">
        {words.read(read, files)}, {words.since} {spell(spent)}
        {left !== null && ` · ${words.left} ${spell(left)}`}
      </Label>
      <div className="bar">
        <div style={{ inlineSize: `${part}%` }} />
      </div>
    </ProgressBar>
  );
}

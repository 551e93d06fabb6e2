import type { Finding } from "../../api/types";
import { useWords } from "../../words";

type Level = Finding["severity"];
const levels: readonly Level[] = ["critical", "high", "medium", "low", "info"];

interface Props {
  findings: readonly Finding[];
  level: Level | "";
  say: (level: Level | "") => void;
}

export function SeverityFilter({ findings, level, say }: Props) {
  const { findings: words } = useWords();
  const count = (name: Level) => findings.filter(({ severity }) => severity === name).length;
  return (
    <div className="tabs" role="group" aria-label={words.filterBy}>
      <button type="button" className="button" aria-pressed={level === ""} onClick={() => say("")}>
        {words.all} <span className="count">{findings.length}</span>
      </button>
      {levels
        .filter((name) => count(name) > 0)
        .map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={level === name}
            onClick={() => say(name)}
          >
            {words.severity[name]} <span className="count">{count(name)}</span>
          </button>
        ))}
    </div>
  );
}

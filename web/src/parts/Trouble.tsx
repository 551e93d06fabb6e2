import { Problem } from "../api/client";
import { useWords } from "../words";

// What went wrong, where, and what can be done; said aloud by screen readers.
export function Trouble({ why, again }: { why: unknown; again?: () => void }) {
  const words = useWords();
  const problem = why instanceof Problem ? why : null;
  const unreachable = problem?.unreachable ?? false;
  return (
    <div className="notice danger" role="alert">
      <strong>
        {unreachable ? words.problem.unreachable : problem?.title || words.problem.failed}
      </strong>
      <p>{unreachable ? words.problem.unreachableDetail : (problem?.detail ?? "")}</p>
      {again && (
        <p>
          <button type="button" className="button" onClick={again}>
            {words.problem.retry}
          </button>
        </p>
      )}
    </div>
  );
}

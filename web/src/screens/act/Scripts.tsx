import { useScripts } from "../../api/queries";
import type { Step } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { Copy } from "../../parts/Copy";
import { useSpeech } from "../../words";

// What Digue writes to help doing the step; a person reads it, then runs it.
export function Scripts({ detail }: { detail: Step }) {
  const { words, language } = useSpeech();
  const { id } = useThisIncident();
  const all = useScripts(id).data;
  if (detail.scripts.length === 0 || !all) return null;
  const mine = all.filter(({ measure }) => detail.scripts.includes(measure));
  const address = (file: string) =>
    `/api/v1/incidents/${encodeURIComponent(id)}/scripts/${encodeURIComponent(file)}?lang=${language}`;
  return (
    <div className="stack tight small">
      <p>
        <strong>{words.duty.scripts}</strong>
      </p>
      {mine.length === 0 && <p className="soft">{words.duty.noScript}</p>}
      {mine.map((script) => (
        <div key={script.file} className="stack tight">
          <p>
            {script.title} <span className="soft">{words.duty.scriptActions(script.actions)}</span>
          </p>
          <p className="row">
            <a className="button" href={address(script.file)} download={script.file}>
              {words.duty.scriptGet(script.file)}
            </a>
            {script.reverse_file && (
              <a href={address(script.reverse_file)} download={script.reverse_file}>
                {words.duty.scriptUndo(script.reverse_file)}
              </a>
            )}
          </p>
        </div>
      ))}
      <details>
        <summary>{words.act.command}</summary>
        {detail.scripts.map((script) => (
          <Copy key={script} text={`digue script --only ${script} --incident ${id}.digue`} />
        ))}
      </details>
    </div>
  );
}

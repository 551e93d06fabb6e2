import type { PlanStep } from "../../api/types";
import { Copy } from "../../parts/Copy";
import { Notice } from "../../parts/Notice";
import { useWords } from "../../words";

// What the organisation prepared for this step: who does it here, in which console, and a remark.
export function Local({ step }: { step: PlanStep }) {
  const { act } = useWords();
  const { local } = step;
  if (!local) return null;
  return (
    <div className="stack tight small">
      <Notice title={act.here} lines={[local.owners.join(", "), local.note, local.hidden]} />
      {local.consoles.map((console) => (
        <div key={`${console.platform} ${console.path}`}>
          <p>
            <strong>{console.platform}</strong> {console.path}
          </p>
          {console.address && <Copy text={console.address} />}
        </div>
      ))}
    </div>
  );
}

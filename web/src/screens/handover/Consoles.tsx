import { Link } from "wouter";

import type { Handover } from "../../api/types";
import { stepPath, useThisIncident } from "../../app/incident";
import { Copy } from "../../parts/Copy";
import { useWords } from "../../words";

const most = 3; // steps told beside a console

// Where the next shift does what is left, in the organisation's own tools; nothing when it told none.
export function Consoles({ consoles }: Pick<Handover, "consoles">) {
  const { handover: words } = useWords();
  const { id } = useThisIncident();
  if (consoles.length === 0) return null;
  return (
    <section className="card stack tight">
      <h2>{words.consoles}</h2>
      <ul role="list" className="stack">
        {consoles.map(({ platform, path, address, steps }) => (
          <li key={`${platform} ${path} ${address}`} className="stack tight">
            <span>
              <strong>{platform}</strong> {path}
            </span>
            {address && <Copy text={address} />}
            <ul className="small">
              {steps.slice(0, most).map(({ item, account, title }) => (
                <li key={item}>
                  <Link href={stepPath(id, item, account)}>{title}</Link>
                </li>
              ))}
            </ul>
            {steps.length > most && (
              <span className="soft small">{words.more(steps.length - most)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

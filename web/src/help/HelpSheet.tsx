import { useState } from "react";

import { keepSingleKeys, singleKeys } from "../app/keys";
import { Sheet } from "../parts/Sheet";
import { Tick } from "../parts/Tick";
import { useWords } from "../words";

const keys = ["note", "next", "palette", "done", "escape", "help"] as const;

export function HelpSheet({ open, close }: { open: boolean; close: () => void }) {
  const { help, keys: signs, close: closeWord } = useWords();
  const [single, setSingle] = useState(singleKeys);
  const turn = (on: boolean) => {
    keepSingleKeys(on);
    setSingle(on);
  };
  return (
    <Sheet title={help.title} open={open} onClose={close}>
      <p>{help.lead}</p>
      <h3>{help.keys}</h3>
      <dl className="facts">
        {keys.map((name) => (
          <div key={name} className="fact">
            <dt>
              <kbd>{signs[name]}</kbd>
            </dt>
            <dd>{help[name]}</dd>
          </div>
        ))}
      </dl>
      <Tick label={help.single} on={single} say={turn} />
      <p className="soft small">{help.singleHint}</p>
      <h3>{help.lost}</h3>
      <p>{help.lostText}</p>
      <h3>{help.call}</h3>
      <p>{help.callText}</p>
      <button type="button" className="button start" onClick={close}>
        {closeWord}
      </button>
    </Sheet>
  );
}

import { useDeferredValue, useState } from "react";

import { useThisIncident } from "../../app/incident";
import { Field } from "../../parts/Field";
import { Title } from "../../parts/Title";
import { useWords } from "../../words";
import { LogMatches } from "./LogMatches";
import { LogWindow } from "./LogWindow";

export function LogScreen() {
  const { log } = useWords();
  const incident = useThisIncident();
  const [text, setText] = useState("");
  const sought = useDeferredValue(text.trim());
  return (
    <div className="stack">
      <Title title={log.title} incident={incident.title} lead={log.lines(incident.entries)} />
      <Field label={log.search} type="search" value={text} say={setText} maxLength={200} />
      {sought ? <LogMatches text={sought} /> : <LogWindow />}
    </div>
  );
}

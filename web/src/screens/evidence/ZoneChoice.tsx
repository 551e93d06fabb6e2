import { useId } from "react";

import { useWords } from "../../words";

interface Props {
  zone: string; // "": none
  near: string; // the incident's, first in the list
  say: (zone: string) => void;
}

export function ZoneChoice({ zone, near, say }: Props) {
  const { evidence: words } = useWords();
  const id = useId();
  const names = [...new Set([near, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  return (
    <div className="field">
      <label htmlFor={id}>{words.zoneOfFiles}</label>
      <span className="hint" id={`${id}-hint`}>
        {words.zoneOfFilesHint}
      </span>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        value={zone}
        onChange={(event) => say(event.target.value)}
      >
        <option value="">{words.zoneAsIs}</option>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  );
}

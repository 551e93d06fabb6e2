import { useId } from "react";

import { useWords } from "../../words";

interface Props {
  zone: string;
  say: (zone: string) => void;
}

// The zones where French administrations stand come first; the others follow by name.
const near = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "Indian/Reunion",
  "Indian/Mayotte",
  "Pacific/Noumea",
  "Pacific/Tahiti",
  "America/Miquelon",
  "UTC",
];

export function ZoneField({ zone, say }: Props) {
  const { open: words } = useWords();
  const id = useId();
  const names = [...new Set([zone, ...near, ...Intl.supportedValuesOf("timeZone")])];
  return (
    <div className="field">
      <label htmlFor={id}>{words.zone}</label>
      <span className="hint" id={`${id}-hint`}>
        {words.zoneHint}
      </span>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        value={zone}
        onChange={(event) => say(event.target.value)}
      >
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  );
}

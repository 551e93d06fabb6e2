import { useId } from "react";

interface Props {
  label: string;
  hint: string;
  zone: string;
  first: readonly string[]; // at the top of the list; the others follow by name
  none?: string; // said of no zone at all, which is "", where that may be chosen
  say: (zone: string) => void;
}

// One of the time zones that the browser knows.
export function ZoneSelect({ label, hint, zone, first, none, say }: Props) {
  const id = useId();
  const names = [...new Set([...first, ...Intl.supportedValuesOf("timeZone")])];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        value={zone}
        onChange={(event) => say(event.target.value)}
      >
        {none && <option value="">{none}</option>}
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  );
}

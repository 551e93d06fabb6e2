import type { Incident } from "../api/types";
import { spell, timeOnly } from "../parts/time";
import { useNow } from "../parts/useNow";
import { useSpeech } from "../words";

// The incident's clock, with its zone, and for how long it has been open.
export function Clock({ incident }: { incident: Incident }) {
  const { words, language } = useSpeech();
  const now = useNow(1000);
  const open = incident.opened ? now.getTime() - Date.parse(incident.opened) : null;
  return (
    <p className="clock">
      <strong>{timeOnly(now, incident.zone, language)}</strong> {incident.zone}
      {open !== null && (
        <span>
          {words.top.since} {spell(open)}
        </span>
      )}
    </p>
  );
}

import type { Clock } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { dayAndTime } from "../../parts/time";
import { useSpeech } from "../../words";

export function ClockHistory({ clock }: { clock: Clock }) {
  const { words, language } = useSpeech();
  const { zone } = useThisIncident();
  if (clock.history.length === 0) return null;
  return (
    <details>
      <summary>{words.clocks.history}</summary>
      <ol role="list" className="stack tight small">
        {clock.history.map((said) => (
          <li key={said.entry}>
            {words.clocks.steps[said.step]}, {said.who}, {dayAndTime(said.said, zone, language)} (
            {zone}){said.why && ` — ${said.why}`}
            {said.reference && ` — ${said.reference}`}
          </li>
        ))}
      </ol>
    </details>
  );
}

import type { Clock } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { dayAndTime, spell } from "../../parts/time";
import { useNow } from "../../parts/useNow";
import { useSpeech } from "../../words";

// How long is left, and until when, in words and figures.
export function TimeLeft({ clock }: { clock: Clock }) {
  const { words, language } = useSpeech();
  const { zone } = useThisIncident();
  const now = useNow(1000);
  if (clock.met) {
    return (
      <p>
        {words.clocks.status.met} {dayAndTime(clock.met, zone, language)} ({zone}) {clock.reference}
      </p>
    );
  }
  if (clock.alert === "at-once") return <p className="due">{words.clocks.atOnce}</p>;
  if (!clock.due) return null;
  const left = Date.parse(clock.due) - now.getTime();
  return (
    <p>
      {clock.started && (
        <>
          <strong className="due">
            {left > 0 ? words.clocks.left : words.clocks.late} {spell(Math.abs(left))}
          </strong>
          <br />
        </>
      )}
      {words.clocks.due} {dayAndTime(clock.due, zone, language)} ({zone})
    </p>
  );
}

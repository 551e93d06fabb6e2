import type { LogEntry } from "../api/types";
import { useThisIncident } from "../app/incident";
import { useSpeech } from "../words";
import { dayAndTime } from "./time";

// What others wrote since the person looked: said aloud, before anything is written over it.
export function Meanwhile({ lines }: { lines: readonly LogEntry[] }) {
  const { words, language } = useSpeech();
  const { zone } = useThisIncident();
  return (
    <div className="notice warn" role="alert" data-meanwhile={lines.length}>
      <strong>{words.meanwhile.title}</strong>
      <p>{lines.length === 0 ? words.meanwhile.unknown : words.meanwhile.detail}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.entry}>
            <span className="number">{dayAndTime(line.recorded, zone, language)}</span>{" "}
            <strong>{line.author}</strong>
            {words.colon}
            {line.text}
          </li>
        ))}
      </ul>
    </div>
  );
}

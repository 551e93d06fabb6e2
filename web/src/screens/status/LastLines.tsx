import { useQuery } from "@tanstack/react-query";

import { logWindowQuery } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useSpeech } from "../../words";
import { LogHead, LogRow } from "../log/LogRow";

const shown = 8; // lines

export function LastLines() {
  const { words, language } = useSpeech();
  const { id, entries } = useThisIncident();
  const from = Math.max(0, entries - shown);
  const lines = useQuery(logWindowQuery(id, language, { from, limit: shown, text: "" })).data;
  return (
    <section className="stack tight">
      <h2>{words.status.last}</h2>
      <div role="table" aria-label={words.status.last}>
        <LogHead />
        <div role="rowgroup">
          {lines?.items.map((line) => (
            <LogRow key={line.entry} line={line} index={line.entry} />
          ))}
        </div>
      </div>
    </section>
  );
}

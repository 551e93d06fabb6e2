import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { logWindowQuery } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { Trouble } from "../../parts/Trouble";
import { useSpeech } from "../../words";
import { LogHead, LogRow } from "./LogRow";

const page = 50; // lines shown at once: at most 60 are in the page

// The lines that hold the words looked for.
export function LogMatches({ text }: { text: string }) {
  const { words, language } = useSpeech();
  const { id } = useThisIncident();
  const [start, setStart] = useState({ text, from: 0 });
  const from = start.text === text ? start.from : 0;
  const found = useQuery({
    ...logWindowQuery(id, language, { from, limit: page, text }),
    placeholderData: keepPreviousData,
  });
  if (found.error) return <Trouble why={found.error} again={() => void found.refetch()} />;
  const { items = [], total = 0, next = null } = found.data ?? {};
  return (
    <>
      <p role="status">{found.isPending ? words.loading : words.log.matches(total)}</p>
      <div role="table" aria-label={words.log.title}>
        <LogHead />
        <div role="rowgroup">
          {items.map((line) => (
            <LogRow key={line.entry} line={line} index={line.entry} />
          ))}
        </div>
      </div>
      {next !== null && (
        <button
          type="button"
          className="button start"
          onClick={() => setStart({ text, from: next })}
        >
          {words.more}
        </button>
      )}
    </>
  );
}

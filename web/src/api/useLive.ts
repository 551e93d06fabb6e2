import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import { ofIncident } from "./queries";
import { follow, type LineState } from "./stream";

const together = 150; // milliseconds: lines that come together refresh the screen once
const polling = 5000; // milliseconds between two looks while the stream is cut

// Refreshes all that is shown of the incident at each new line. `entries`: how many are known.
export function useLive(incident: string, entries: number): LineState {
  const queries = useQueryClient();
  const [state, setState] = useState<LineState>("live");
  const known = useRef(entries);
  useEffect(() => {
    known.current = Math.max(known.current, entries);
  }, [entries]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => void queries.invalidateQueries({ queryKey: ofIncident(incident) });
    const stop = follow(incident, () => Math.max(0, known.current - 1), {
      onEntry: () => {
        clearTimeout(timer);
        timer = setTimeout(refresh, together);
      },
      onState: (now) => {
        setState(now);
        if (now === "live") refresh();
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [incident, queries]);

  useEffect(() => {
    if (state === "live") return;
    const timer = setInterval(
      () => void queries.invalidateQueries({ queryKey: ofIncident(incident) }),
      polling,
    );
    return () => clearInterval(timer);
  }, [state, incident, queries]);
  return state;
}

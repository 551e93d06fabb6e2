import { useState } from "react";

import { Problem } from "../api/client";
import type { Seen } from "../api/writes";
import type { LogEntry, Receipt } from "../api/types";
import { useThisIncident } from "../app/incident";
import type { DraftForm } from "./useDraft";
import { useSend } from "./useSend";

const mostTold = 50; // lines that the server tells at most: there may be more
const mostTries = 10; // while others write

type Write<Body, Answer> = (body: Body, key: string, seen: Seen) => Promise<Answer>;
export type Concerns = (line: LogEntry) => boolean;

interface Deciding<Body, Answer> {
  write: Write<Body, Answer>;
  // Whether what another person wrote meanwhile bears on this decision. What does not is passed over.
  concerns: Concerns;
  onSaved?: (answer: Answer) => void;
  // The person has begun to decide, and from then on stands by what they saw: in a window, as soon as it
  // is open.
  begun: boolean;
}

// Sends a decision, which the server refuses (412) when somebody changed something since the person
// looked. What bears on it is shown with the error; then the person has seen it, and may send again.
export function useDecision<Body, Values, Answer = Receipt>(
  draft: DraftForm<Values>,
  { write, concerns, onSaved, begun }: Deciding<Body, Answer>,
) {
  const { tag } = useThisIncident();
  const [seen, setSeen] = useState(tag);
  if (!begun && seen !== tag) setSeen(tag);
  const decide = async (body: Body, key: string) => {
    let now = seen;
    for (let tries = 1; ; tries += 1) {
      try {
        return await write(body, key, now);
      } catch (why) {
        const stale = why instanceof Problem ? why.stale : undefined;
        if (!stale) throw why;
        now = stale.tag;
        setSeen(now);
        if (tries === mostTries || bears(stale.lines, concerns)) throw why;
      }
    }
  };
  return useSend(draft, decide, onSaved);
}

const bears = (lines: readonly LogEntry[], concerns: Concerns) =>
  lines.length === 0 || lines.length >= mostTold || lines.some(concerns);

// Another said something of the same step, for the same account; or the incident took another turn.
export const ofStep =
  (steps: readonly { item: string; account: string }[]): Concerns =>
  ({ kind, items, accounts }) =>
    kind === "incident-closed" ||
    kind === "sheet-followed" ||
    steps.some(
      ({ item, account }) =>
        items.includes(item) &&
        (account === "" || accounts.length === 0 || accounts.includes(account)),
    );

import { useState } from "react";

import type { LogEntry } from "../../api/types";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { Area } from "../../parts/Field";
import { SaySheet } from "../../parts/SaySheet";
import { useSaved } from "../../parts/saved";
import { useDraft } from "../../parts/useDraft";
import { useSend } from "../../parts/useSend";
import { useWords } from "../../words";

// What a person typed can be replaced by a line of its own; an act has a screen to be told again.
export const canBeCorrected = (line: LogEntry) =>
  (line.kind === "note" || line.kind === "decision") &&
  line.corrected_by === null &&
  !line.redacted;

// The server writes “Decision:” before a decision, in the language of the reader.
const typedOf = ({ kind, text }: LogEntry) =>
  kind === "decision" ? text.replace(/^D[eé]cision\s*:\s*/u, "") : text;

export function Correct({ line }: { line: LogEntry }) {
  const { duty } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button quiet small"
        aria-label={duty.correctLine(line.entry)}
        onClick={() => setOpen(true)}
      >
        {duty.correct}
      </button>
      {open && <CorrectSheet line={line} onClose={() => setOpen(false)} />}
    </>
  );
}

function CorrectSheet({ line, onClose }: { line: LogEntry; onClose: () => void }) {
  const { duty, act2 } = useWords();
  const { id } = useThisIncident();
  const tellSaved = useSaved();
  const draft = useDraft(`${id}/correct|${line.entry}`, { text: typedOf(line) });
  const correcting = useSend(draft, writes.note(id), (receipt) => {
    tellSaved(receipt);
    onClose();
  });
  const text = draft.values.text.trim();
  const send = () => {
    if (text)
      correcting.send({
        text,
        corrects: line.entry,
        ...(line.kind === "decision" ? { decision: true } : {}),
        ...(line.occurred ? { occurred: line.occurred, precision: line.occurred_precision } : {}),
      });
  };
  return (
    <SaySheet
      title={duty.correctLine(line.entry)}
      lead={duty.correctLead}
      submit={act2.write}
      send={send}
      sending={correcting}
      draft={draft}
      onClose={onClose}
    >
      <Area
        label={duty.correctText}
        value={draft.values.text}
        say={(said) => draft.change({ text: said })}
        required
      />
    </SaySheet>
  );
}

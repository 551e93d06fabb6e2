import type { ReactNode } from "react";

import { useWords } from "../words";
import { ReceiptLine } from "./Receipt";
import { Sheet } from "./Sheet";

interface Props {
  title: string;
  lead: string;
  submit: string;
  send: () => void;
  sending: { isPending: boolean; error: unknown };
  draft: { restored: boolean; unkept: boolean; drop: () => void };
  onClose: () => void;
  children: ReactNode; // the fields
}

// A window that writes one line: what it is, its fields, how the writing stands.
export function SaySheet({ title, lead, submit, send, sending, draft, onClose, children }: Props) {
  const words = useWords();
  return (
    <Sheet title={title} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p>{lead}</p>
        {children}
        <ReceiptLine sending={sending} draft={draft} />
        <div className="row">
          <button className="button strong large" type="submit" disabled={sending.isPending}>
            {submit} <kbd>{words.keys.done}</kbd>
          </button>
          <button className="button" type="button" onClick={onClose}>
            {words.cancel}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

import type { ReactNode } from "react";

import type { KeptDraft, Sending } from "./Receipt";
import { SayEnd } from "./SayEnd";
import { Sheet } from "./Sheet";

interface Props {
  title: string;
  lead: string;
  submit: string;
  send: () => void;
  sending: Sending;
  draft: KeptDraft;
  onClose: () => void;
  children: ReactNode; // the fields
}

// A window that writes one line: what it is, its fields, how the writing stands.
export function SaySheet({ title, lead, submit, send, sending, draft, onClose, children }: Props) {
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
        <SayEnd submit={submit} sending={sending} draft={draft} onClose={onClose} />
      </form>
    </Sheet>
  );
}

import { type ReactNode, useState } from "react";

import { Field } from "../../parts/Field";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";

interface Asking {
  mutate: (password: string) => void;
  isPending: boolean;
  error: Error | null;
}

interface Props {
  what: string; // what the button does
  asking: Asking;
  children?: ReactNode; // other fields, before the password
}

// Folded until asked for: the password, then the deed.
export function AskPassword({ what, asking, children }: Props) {
  const { begin } = useWords();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState("");
  if (!open) {
    return (
      <button type="button" className="button start" onClick={() => setOpen(true)}>
        {what}
      </button>
    );
  }
  return (
    <form
      className="card stack tight"
      aria-label={what}
      onSubmit={(event) => {
        event.preventDefault();
        asking.mutate(password);
      }}
    >
      {children}
      <Field
        label={begin.password}
        type="password"
        value={password}
        say={setPassword}
        autoComplete="current-password"
        required
      />
      {asking.error && <Trouble why={asking.error} />}
      <button type="submit" className="button strong start" disabled={asking.isPending}>
        {what}
      </button>
    </form>
  );
}

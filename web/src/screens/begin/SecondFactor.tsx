import type { Problem } from "../../api/client";
import { Field } from "../../parts/Field";
import { useWords } from "../../words";

interface Props {
  needed: Problem;
  code: string;
  say: (code: string) => void;
  show: () => void; // a passkey
}

// What the person has beside the password: a key to touch, or a code to type.
export function SecondFactor({ needed, code, say, show }: Props) {
  const { begin } = useWords();
  const hasApp = needed.secondFactor?.includes("totp") ?? false;
  return (
    <div className="notice stack">
      <p role="status">
        <strong>{begin.second}</strong>
      </p>
      {needed.passkey && (
        <button type="button" className="button strong start" onClick={show}>
          {begin.showPasskey}
        </button>
      )}
      <Field
        label={hasApp ? begin.code2 : begin.recovery}
        hint={hasApp ? begin.code2Hint : begin.recoveryHint}
        value={code}
        say={say}
        autoComplete="one-time-code"
        spellCheck={false}
        required={!needed.passkey}
      />
    </div>
  );
}

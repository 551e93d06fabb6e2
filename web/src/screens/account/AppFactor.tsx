import { useState } from "react";

import { factors } from "../../api/factors";
import type { TotpBegun } from "../../api/types";
import { Field } from "../../parts/Field";
import { Trouble } from "../../parts/Trouble";
import { useAsk } from "../../parts/useAsk";
import { useWords } from "../../words";
import { AskPassword } from "./AskPassword";
import { QrCode } from "./QrCode";

interface Props {
  since: string | null;
  onCodes: (codes: readonly string[]) => void;
}

// The app that gives a code each half minute.
export function AppFactor({ since, onCodes }: Props) {
  const { account: words } = useWords();
  const [begun, setBegun] = useState<TotpBegun | null>(null);
  const beginning = useAsk(factors.beginApp, ["factors"], setBegun);
  const removing = useAsk(factors.removeApp, ["factors"]);
  const inForce = since !== null;
  return (
    <div className="stack tight">
      <h3>{words.app}</h3>
      <p>{inForce ? `✓ ${words.appOn}` : words.appOff}</p>
      {inForce ? (
        <AskPassword key="remove" what={words.removeApp} asking={removing} />
      ) : begun ? (
        <Confirm
          begun={begun}
          onDone={(codes) => {
            setBegun(null);
            onCodes(codes);
          }}
        />
      ) : (
        <AskPassword key="add" what={words.addApp} asking={beginning} />
      )}
    </div>
  );
}

function Confirm({
  begun,
  onDone,
}: {
  begun: TotpBegun;
  onDone: (codes: readonly string[]) => void;
}) {
  const { account: words } = useWords();
  const [code, setCode] = useState("");
  const confirming = useAsk(factors.confirmApp, ["factors"], (made) => onDone(made.recovery_codes));
  return (
    <form
      className="card stack"
      aria-label={words.confirmApp}
      onSubmit={(event) => {
        event.preventDefault();
        confirming.mutate(code.trim());
      }}
    >
      <p>{words.scan}</p>
      <QrCode rows={begun.qr} />
      <p>
        {words.type}{" "}
        <code className="secret">{begun.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <Field
        label={words.code}
        value={code}
        say={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
      {confirming.error && <Trouble why={confirming.error} />}
      <button type="submit" className="button strong start" disabled={confirming.isPending}>
        {words.confirmApp}
      </button>
    </form>
  );
}

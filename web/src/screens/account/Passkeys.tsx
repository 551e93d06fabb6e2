import { useState } from "react";

import { factors } from "../../api/factors";
import type { Factors } from "../../api/types";
import { Field } from "../../parts/Field";
import { useAsk } from "../../parts/useAsk";
import { useWords } from "../../words";
import { AskPassword } from "./AskPassword";

interface Props {
  passkeys: Factors["passkeys"];
  onCodes: (codes: readonly string[]) => void;
}

// Keys to touch, and passkeys of the machine; each is tied to the name by which the server is opened.
export function Passkeys({ passkeys, onCodes }: Props) {
  const { account: words } = useWords();
  const [name, setName] = useState("");
  const adding = useAsk(factors.addPasskey, ["factors"], (made) => {
    if (!made) return;
    setName("");
    onCodes(made.recovery_codes);
  });
  const can = "credentials" in navigator && window.isSecureContext;
  return (
    <div className="stack tight">
      <h3>{words.passkeys}</h3>
      <p className="soft">{can ? words.passkeysLead : words.passkeysCannot}</p>
      <ul role="list" className="stack tight">
        {passkeys.map((passkey) => (
          <li key={passkey.passkey} className="stack tight">
            <span>
              ✓ {passkey.name} <span className="soft">({passkey.site})</span>
            </span>
            <Remove passkey={passkey} />
          </li>
        ))}
      </ul>
      {can && (
        <AskPassword
          key={passkeys.length}
          what={words.addPasskey}
          asking={{
            ...adding,
            mutate: (password) => adding.mutate({ name: name.trim(), password }),
          }}
        >
          <Field
            label={words.passkeyName}
            hint={words.passkeyNameHint}
            value={name}
            say={setName}
            maxLength={100}
            autoComplete="off"
            required
          />
        </AskPassword>
      )}
      <p role="status">{adding.data === null && words.passkeyRefused}</p>
    </div>
  );
}

function Remove({ passkey }: { passkey: Factors["passkeys"][number] }) {
  const { account: words } = useWords();
  const removing = useAsk(factors.removePasskey(passkey.passkey), ["factors"]);
  return <AskPassword what={words.removePasskey(passkey.name)} asking={removing} />;
}

import { useState } from "react";

import { useFactors } from "../../api/factors";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { AppFactor } from "./AppFactor";
import { Passkeys } from "./Passkeys";
import { RecoveryCodes } from "./RecoveryCodes";

// What I show beside my password.
export function Factors() {
  const { account: words } = useWords();
  const factors = useFactors();
  const [codes, setCodes] = useState<readonly string[]>([]);
  if (factors.error) return <Trouble why={factors.error} again={() => void factors.refetch()} />;
  if (!factors.data) return null;
  return (
    <section className="card stack">
      <h2>{words.second}</h2>
      <p className="soft measure">{words.secondLead}</p>
      <AppFactor since={factors.data.totp} onCodes={setCodes} />
      <Passkeys passkeys={factors.data.passkeys} onCodes={setCodes} />
      <RecoveryCodes left={factors.data} codes={codes} say={setCodes} />
    </section>
  );
}

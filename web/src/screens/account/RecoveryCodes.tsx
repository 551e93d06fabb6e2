import { factors } from "../../api/factors";
import type { Factors } from "../../api/types";
import { CopyButton } from "../../parts/Copy";
import { useAsk } from "../../parts/useAsk";
import { useWords } from "../../words";
import { AskPassword } from "./AskPassword";

interface Props {
  left: Factors;
  codes: readonly string[]; // just made: told once
  say: (codes: readonly string[]) => void;
}

// For the day when the phone and the key are lost.
export function RecoveryCodes({ left, codes, say }: Props) {
  const { account: words } = useWords();
  const renewing = useAsk(factors.renewCodes, ["factors"], (made) => say(made.recovery_codes));
  if (left.totp === null && left.passkeys.length === 0) return null;
  return (
    <div className="stack tight">
      <h3>{words.recoveryCodes}</h3>
      <p>{words.codesLeft(left.recovery_codes)}</p>
      {codes.length > 0 ? (
        <div className="notice warn stack tight">
          <p role="status">{words.codesOnce}</p>
          <ul role="list" className="codes" aria-label={words.recoveryCodes}>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <p className="row">
            <CopyButton text={codes.join("\n")} what={words.recoveryCodes} />
            <button type="button" className="button" onClick={() => say([])}>
              {words.keptIt}
            </button>
          </p>
        </div>
      ) : (
        <AskPassword key={left.recovery_codes} what={words.renewCodes} asking={renewing} />
      )}
    </div>
  );
}

import { useState } from "react";

import { accounts, useTokens } from "../../api/accounts";
import { useIncidents } from "../../api/queries";
import type { Token } from "../../api/types";
import { ScrollBox } from "../../parts/ScrollBox";
import { Secret } from "../../parts/Secret";
import { dayAndTime } from "../../parts/time";
import { Trouble } from "../../parts/Trouble";
import { useAsk } from "../../parts/useAsk";
import { useSpeech } from "../../words";
import { MakeToken } from "./MakeToken";

// By which a program speaks for me. The secret is told once, when the token is made.
export function Tokens() {
  const { account: words } = useSpeech().words;
  const tokens = useTokens();
  const [made, setMade] = useState<Token | null>(null);
  return (
    <section className="card stack">
      <h2>{words.tokens}</h2>
      <p className="soft measure">{words.tokensLead}</p>
      {tokens.error && <Trouble why={tokens.error} again={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && <p className="soft">{words.noToken}</p>}
      {tokens.data && tokens.data.length > 0 && <List tokens={tokens.data} />}
      {made?.secret && <Secret name={made.name} secret={made.secret} close={() => setMade(null)} />}
      <MakeToken onMade={setMade} />
    </section>
  );
}

function List({ tokens }: { tokens: readonly Token[] }) {
  const { words, language } = useSpeech();
  const { account } = words;
  const incidents = useIncidents().data ?? [];
  const titleOf = (id: string) => incidents.find((one) => one.id === id)?.title ?? id;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const when = (time: string | null) => (time ? dayAndTime(time, timeZone, language) : "—");
  return (
    <ScrollBox label={account.tokens}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{account.name}</th>
            <th scope="col">{account.scope}</th>
            <th scope="col">{account.incident}</th>
            <th scope="col">{account.expires(timeZone)}</th>
            <th scope="col">{account.used(timeZone)}</th>
            <th scope="col">
              <span className="only-read">{account.revoke}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.token}>
              <th scope="row">{token.name}</th>
              <td>{account.scopes[token.scope]}</td>
              <td>{token.incident ? titleOf(token.incident) : account.allMine}</td>
              <td className="number">{when(token.expires)}</td>
              <td className="number">{when(token.used)}</td>
              <td>
                <Revoke token={token} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Revoke({ token }: { token: Token }) {
  const { account: words } = useSpeech().words;
  const revoking = useAsk(accounts.revokeToken, ["tokens"]);
  return (
    <>
      {revoking.error && <Trouble why={revoking.error} />}
      <button
        type="button"
        className="button"
        aria-label={words.revokeOne(token.name)}
        disabled={revoking.isPending}
        onClick={() => revoking.mutate(token.token)}
      >
        {words.revoke}
      </button>
    </>
  );
}

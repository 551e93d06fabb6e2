import { useState } from "react";

import { accounts } from "../../api/accounts";
import { useIncidents } from "../../api/queries";
import type { Token } from "../../api/types";
import { Choice } from "../../parts/Choice";
import { Field } from "../../parts/Field";
import { Select } from "../../parts/Select";
import { Trouble } from "../../parts/Trouble";
import { useAsk } from "../../parts/useAsk";
import { useWords } from "../../words";

const all = "*"; // all the incidents of the person
const blank = { name: "", scope: "read" as Token["scope"], incident: all, days: "30" };

export function MakeToken({ onMade }: { onMade: (token: Token) => void }) {
  const { account: words } = useWords();
  const incidents = useIncidents().data ?? [];
  const [values, setValues] = useState(blank);
  const change = (part: Partial<typeof blank>) => setValues({ ...values, ...part });
  const making = useAsk(accounts.addToken, ["tokens"], (token) => {
    setValues(blank);
    onMade(token);
  });
  const { name, scope, incident, days } = values;
  return (
    <form
      className="stack"
      aria-label={words.makeToken}
      onSubmit={(event) => {
        event.preventDefault();
        const one = incident === all ? {} : { incident };
        making.mutate({ name: name.trim(), scope, days: Number(days), ...one });
      }}
    >
      <h3>{words.makeToken}</h3>
      <Field
        label={words.name}
        hint={words.nameHint}
        value={name}
        say={(text) => change({ name: text })}
        maxLength={100}
        autoComplete="off"
        required
      />
      <Choice
        row
        label={words.scope}
        value={scope}
        options={(["read", "write"] as const).map((value) => ({
          value,
          label: words.scopes[value],
        }))}
        say={(value) => change({ scope: value })}
      />
      <Select
        label={words.incident}
        value={incident}
        options={[
          { value: all, label: words.allMine },
          ...incidents.map((one) => ({ value: one.id, label: one.title })),
        ]}
        say={(value) => change({ incident: value })}
      />
      <Field
        label={words.days}
        type="number"
        min={1}
        max={365}
        value={days}
        say={(text) => change({ days: text })}
        required
      />
      {making.error && <Trouble why={making.error} />}
      <button className="button strong start" type="submit" disabled={making.isPending}>
        {words.make}
      </button>
    </form>
  );
}

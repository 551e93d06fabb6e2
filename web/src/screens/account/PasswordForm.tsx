import { useState } from "react";

import { accounts } from "../../api/accounts";
import { useMe } from "../../app/me";
import { Field } from "../../parts/Field";
import { Trouble } from "../../parts/Trouble";
import { useAsk } from "../../parts/useAsk";
import { useWords } from "../../words";

const blank = { old: "", password: "" };

export function PasswordForm() {
  const { account: words, begin } = useWords();
  const { me } = useMe();
  const [values, setValues] = useState(blank);
  const changing = useAsk(accounts.changePassword, ["session"], () => setValues(blank));
  return (
    <form
      className="card stack"
      aria-label={words.password}
      onSubmit={(event) => {
        event.preventDefault();
        changing.mutate(values);
      }}
    >
      <h2>{words.password}</h2>
      {/* Whose password it is: what keeps passwords asks for it. */}
      <input type="hidden" name="username" autoComplete="username" value={me.name} readOnly />
      <Field
        label={words.old}
        type="password"
        value={values.old}
        say={(old) => setValues({ ...values, old })}
        autoComplete="current-password"
        required
      />
      <Field
        label={words.fresh}
        hint={begin.newPasswordHint}
        type="password"
        value={values.password}
        say={(password) => setValues({ ...values, password })}
        autoComplete="new-password"
        minLength={12}
        required
      />
      {changing.error && <Trouble why={changing.error} />}
      <p role="status">{changing.isSuccess && words.changed}</p>
      <button className="button strong start" type="submit" disabled={changing.isPending}>
        {words.change}
      </button>
    </form>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";

import { answered, api, guard } from "../../api/client";
import type { Person } from "../../api/types";
import { Choice } from "../../parts/Choice";
import { Field } from "../../parts/Field";
import { Trouble } from "../../parts/Trouble";
import { useSpeech } from "../../words";

const blank = { name: "", display_name: "", password: "", role: "responder" as Person["role"] };
const roles = ["lead", "responder", "scribe", "observer", "counsel"] as const;

// Nothing of it is kept in the browser: it holds a password.
export function AddPerson() {
  const { words, language } = useSpeech();
  const queries = useQueryClient();
  const [values, setValues] = useState(blank);
  const change = (part: Partial<typeof blank>) => setValues({ ...values, ...part });
  const adding = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/people", {
          params: { header: guard },
          headers: { "Accept-Language": language },
          body: values,
        }),
      ),
    onSuccess: () => {
      setValues(blank);
      void queries.invalidateQueries({ queryKey: ["people"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <form className="card stack" aria-label={words.people.add} onSubmit={submit}>
      <h2>{words.people.add}</h2>
      <Field
        label={words.people.theirName}
        hint={words.begin.displayNameHint}
        value={values.display_name}
        say={(display_name) => change({ display_name })}
        autoComplete="off"
        required
      />
      <Field
        label={words.begin.name}
        hint={words.begin.nameHint}
        value={values.name}
        say={(name) => change({ name })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Field
        label={words.people.password}
        hint={words.begin.newPasswordHint}
        type="password"
        value={values.password}
        say={(password) => change({ password })}
        autoComplete="new-password"
        minLength={12}
        required
      />
      <Choice
        label={words.people.role}
        value={values.role}
        options={roles.map((role) => ({
          value: role,
          label: `${words.roles[role]} (${words.people.explain[role]})`,
        }))}
        say={(role) => change({ role })}
      />
      {adding.error && <Trouble why={adding.error} />}
      <p role="status">{adding.data && words.people.added(adding.data.display_name)}</p>
      <button className="button strong start" type="submit" disabled={adding.isPending}>
        {words.people.submit}
      </button>
    </form>
  );
}

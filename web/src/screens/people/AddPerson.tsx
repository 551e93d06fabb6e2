import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";

import { answered, api, guard } from "../../api/client";
import type { Person } from "../../api/types";
import { Field } from "../../parts/Field";
import { Tick } from "../../parts/Tick";
import { Trouble } from "../../parts/Trouble";
import { useSpeech } from "../../words";
import { RoleChoice } from "./RoleChoice";

// In one incident at a time, unless it is asked for: who is not known there sees nothing of it.
const blank = {
  name: "",
  display_name: "",
  password: "",
  role: "responder" as Person["role"],
  everywhere: false,
};

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
      <RoleChoice value={values.role} say={(role) => change({ role })} />
      <Tick
        label={words.people.everywhere}
        on={values.everywhere}
        say={(everywhere) => change({ everywhere })}
      />
      {!values.everywhere && <p className="soft small">{words.people.notEverywhere}</p>}
      {adding.error && <Trouble why={adding.error} />}
      <p role="status">{adding.data && words.people.added(adding.data.display_name)}</p>
      <button className="button strong start" type="submit" disabled={adding.isPending}>
        {words.people.submit}
      </button>
    </form>
  );
}

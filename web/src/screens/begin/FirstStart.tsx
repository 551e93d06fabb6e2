import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";

import { answered, api, guard } from "../../api/client";
import { PlainPage } from "../../app/PlainPage";
import { Field } from "../../parts/Field";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useLanguage, useWords } from "../../words";

export function FirstStart() {
  const { begin } = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const [person, setPerson] = useState({ code: "", name: "", display_name: "", password: "" });
  const set = (part: Partial<typeof person>) => setPerson({ ...person, ...part });
  const create = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/first-start", {
          params: { header: guard },
          headers: { "Accept-Language": language },
          body: { ...person, code: person.code.trim() },
        }),
      ),
    onSuccess: (session) => queries.setQueryData(["session"], session),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <PlainPage>
      <form className="card stack begin" onSubmit={submit}>
        <Title title={begin.firstTitle} lead={begin.firstLead} />
        <Field
          label={begin.code}
          hint={begin.codeHint}
          value={person.code}
          say={(code) => set({ code })}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <Field
          label={begin.displayName}
          hint={begin.displayNameHint}
          value={person.display_name}
          say={(display_name) => set({ display_name })}
          autoComplete="name"
          required
        />
        <Field
          label={begin.name}
          hint={begin.nameHint}
          value={person.name}
          say={(name) => set({ name: name.toLowerCase() })}
          autoComplete="username"
          pattern="[a-z0-9][a-z0-9._\-]{0,63}"
          spellCheck={false}
          required
        />
        <Field
          label={begin.password}
          hint={begin.newPasswordHint}
          type="password"
          minLength={12}
          value={person.password}
          say={(password) => set({ password })}
          autoComplete="new-password"
          required
        />
        {create.error && <Trouble why={create.error} />}
        <button className="button strong large" type="submit" disabled={create.isPending}>
          {begin.create}
        </button>
      </form>
    </PlainPage>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";

import { answered, api, guard } from "../../api/client";
import { Field } from "../../parts/Field";
import { Trouble } from "../../parts/Trouble";
import { useLanguage, useWords } from "../../words";

// `name`: who was signed in, when it is to go on.
export function SignInForm({ name: before = "" }: { name?: string }) {
  const words = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const [name, setName] = useState(before);
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/session", {
          params: { header: guard },
          headers: { "Accept-Language": language },
          body: { name: name.trim(), password },
        }),
      ),
    onSuccess: (session) => {
      queries.setQueryData(["session"], session);
      void queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={words.begin.name}
        value={name}
        say={setName}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Field
        label={words.begin.password}
        type="password"
        value={password}
        say={setPassword}
        autoComplete="current-password"
        required
      />
      {signIn.error && <Trouble why={signIn.error} />}
      <button className="button strong large" type="submit" disabled={signIn.isPending}>
        {words.begin.signIn}
      </button>
    </form>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";

import { answered, api, guard, Problem } from "../../api/client";
import { showPasskey } from "../../api/passkeys";
import type { SignInBody } from "../../api/types";
import { Field } from "../../parts/Field";
import { Trouble } from "../../parts/Trouble";
import { useLanguage, useWords } from "../../words";
import { SecondFactor } from "./SecondFactor";
import { WithProvider } from "./WithProvider";

// `name`: who was signed in, when it is to go on.
export function SignInForm({ name: before = "" }: { name?: string }) {
  const words = useWords();
  const [name, setName] = useState(before);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  // What is needed beside the password: kept from the answer that asked for it on.
  const [needed, setNeeded] = useState<Problem | null>(null);
  const signIn = useSignIn((why) => {
    if (why.secondFactor) setNeeded(why);
  });
  const said = { name: name.trim(), password };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(code.trim() ? { ...said, code: code.trim() } : said);
  };
  const show = async () => {
    const passkey = needed?.passkey && (await showPasskey(needed.passkey));
    if (passkey) signIn.mutate({ ...said, passkey });
    else signIn.mutate(said); // a challenge is worth one try: asks for another
  };
  return (
    <>
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
        {needed && (
          <SecondFactor needed={needed} code={code} say={setCode} show={() => void show()} />
        )}
        {signIn.error && !asksOnly(signIn.error, signIn.variables) && (
          <Trouble why={signIn.error} />
        )}
        <button className="button strong large" type="submit" disabled={signIn.isPending}>
          {words.begin.signIn}
        </button>
      </form>
      <WithProvider />
    </>
  );
}

// The answer that asks for a second factor, before one was given, is no trouble.
const asksOnly = (why: Error, sent: SignInBody) =>
  why instanceof Problem && why.secondFactor !== undefined && !sent.code && !sent.passkey;

function useSignIn(onRefused: (why: Problem) => void) {
  const language = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInBody) =>
      answered(
        api.POST("/session", {
          params: { header: guard },
          headers: { "Accept-Language": language },
          body,
        }),
      ),
    onSuccess: (session) => {
      queries.setQueryData(["session"], session);
      void queries.invalidateQueries();
    },
    onError: (why) => {
      if (why instanceof Problem) onRefused(why);
    },
  });
}

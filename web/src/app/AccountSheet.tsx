import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";

import { answered, api, guard } from "../api/client";
import { sessionQuery, useSession } from "../api/queries";
import { Choice } from "../parts/Choice";
import { Sheet } from "../parts/Sheet";
import { Trouble } from "../parts/Trouble";
import { useSpeech } from "../words";
import { languages } from "../words/language";
import { languageNames } from "./AccountButton";
import { managesPeople, useMe } from "./me";
import { themes, useTheme } from "./theme";

export function AccountSheet({ open, close }: { open: boolean; close: () => void }) {
  const { words, language, setLanguage } = useSpeech();
  const { theme, setTheme } = useTheme();
  const { me } = useMe();
  const account = useSession().data?.person ?? me; // not the role in this incident
  return (
    <Sheet title={me.display_name || words.top.theme} open={open} onClose={close}>
      <Choice
        row
        label={words.top.language}
        value={language}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        say={setLanguage}
      />
      <Choice
        row
        label={words.top.theme}
        value={theme}
        options={themes.map((value) => ({ value, label: words.top.themes[value] }))}
        say={setTheme}
      />
      {me.name && (
        <ul role="list" className="stack tight">
          <li>
            <Link href="/account" onClick={close}>
              {words.account.title}
            </Link>
          </li>
          <li>
            <Link href="/people" onClick={close}>
              {words.people.title}
            </Link>
          </li>
          {managesPeople(account) && (
            <li>
              <Link href="/accesses" onClick={close}>
                {words.accesses.title}
              </Link>
            </li>
          )}
        </ul>
      )}
      <div className="row between">
        <button type="button" className="button" onClick={close}>
          {words.close}
        </button>
        {me.name && <SignOut />}
      </div>
    </Sheet>
  );
}

function SignOut() {
  const { words } = useSpeech();
  const { leave } = useMe();
  const queries = useQueryClient();
  const out = useMutation({
    mutationFn: () => answered(api.DELETE("/session", { params: { header: guard } })),
    onSuccess: async () => {
      await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
      leave();
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    },
  });
  return (
    <>
      {out.error && <Trouble why={out.error} />}
      <button
        type="button"
        className="button"
        disabled={out.isPending}
        onClick={() => out.mutate()}
      >
        {words.top.signOut}
      </button>
    </>
  );
}

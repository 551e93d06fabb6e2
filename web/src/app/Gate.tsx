import { useState } from "react";

import { useSession } from "../api/queries";
import type { Person } from "../api/types";
import { Loading } from "../parts/Loading";
import { Sheet } from "../parts/Sheet";
import { Trouble } from "../parts/Trouble";
import { FirstStart } from "../screens/begin/FirstStart";
import { SignIn } from "../screens/begin/SignIn";
import { SignInForm } from "../screens/begin/SignInForm";
import { useWords } from "../words";
import { MeContext } from "./me";
import { Routes } from "./Routes";

// Who is not signed in signs in first. A session that ends in the middle is asked for over the page,
// which stays as it was: whoever signs in again goes on where they were.
export function Gate() {
  const session = useSession();
  const words = useWords();
  const [me, setMe] = useState<Person | null>(null);
  const person = session.data?.person ?? null;
  if (person && person !== me) setMe(person);

  const known = person ?? me;
  if (session.isPending) return <Loading />;
  if (!session.data) return <Trouble why={session.error} again={() => void session.refetch()} />;
  if (session.data.first_start) return <FirstStart />;
  if (!known) return <SignIn />;
  return (
    <MeContext value={{ me: known, leave: () => setMe(null) }}>
      <Routes key={known.name} />
      {!person && (
        <Sheet title={words.begin.again} open stays>
          <p>{words.begin.againLead}</p>
          <SignInForm name={known.name} />
        </Sheet>
      )}
    </MeContext>
  );
}

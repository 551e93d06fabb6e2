import { Suspense, useState } from "react";

import { useSession } from "../api/queries";
import type { Person } from "../api/types";
import { Loading } from "../parts/Loading";
import { Sheet } from "../parts/Sheet";
import { Trouble } from "../parts/Trouble";
import { FirstStart } from "../screens/begin/FirstStart";
import { SignIn } from "../screens/begin/SignIn";
import { SignInForm } from "../screens/begin/SignInForm";
import { useWords } from "../words";
import { later } from "./later";
import { MeContext } from "./me";
import { PlainPage } from "./PlainPage";
import { Routes } from "./Routes";

const Enrol = later(() => import("../screens/begin/Enrol"), "Enrol");

// Who is not signed in signs in first; who lacks a second factor that is demanded adds one. A session that ends in the middle is asked for over the page,
// which stays as it was: whoever signs in again goes on where they were.
export function Gate() {
  const session = useSession();
  const words = useWords();
  const [me, setMe] = useState<Person | null>(null);
  const [enrols, setEnrols] = useState(false);
  const person = session.data?.person ?? null;
  if (person && person !== me) setMe(person);

  const mustEnrol = session.data?.must_enrol ?? false;
  if (mustEnrol && !enrols) setEnrols(true);

  const known = person ?? me;
  if (session.isPending) return <Loading />;
  if (!session.data) return <Trouble why={session.error} again={() => void session.refetch()} />;
  if (session.data.first_start) return <FirstStart />;
  if (!known) return <SignIn />;
  const leave = () => {
    setMe(null);
    setEnrols(false);
  };
  return (
    <MeContext value={{ me: known, leave }}>
      {enrols ? (
        <PlainPage>
          <Suspense fallback={<Loading />}>
            <Enrol onDone={() => setEnrols(false)} />
          </Suspense>
        </PlainPage>
      ) : (
        <Routes key={known.name} />
      )}
      {!person && (
        <Sheet title={words.begin.again} open stays>
          <p>{words.begin.againLead}</p>
          <SignInForm name={known.name} />
        </Sheet>
      )}
    </MeContext>
  );
}

import { type ReactNode, Suspense, useEffect, useState } from "react";

import { useLive } from "../api/useLive";
import { HelpSheet } from "../help/HelpSheet";
import { useWords } from "../words";
import { Banner } from "./Banner";
import { Dock } from "./Dock";
import { Guarded } from "./Guarded";
import { focusEntry, useKeys } from "./keys";
import { useThisIncident } from "./incident";
import { mayWrite, useMe } from "./me";
import { bringTheRest, later } from "./later";
import { Nav } from "./Nav";
import { TopBar } from "./TopBar";
import { useFocusKept } from "./useFocusKept";
import { useGoToNext } from "./useGoToNext";

const Palette = later(() => import("./Palette"), "Palette");

// What is always there around the screens of an incident.
export function Frame({ children }: { children: ReactNode }) {
  const words = useWords();
  const incident = useThisIncident();
  const { me } = useMe();
  const live = useLive(incident.id, incident.entries);
  const [window, setWindow] = useState<"" | "palette" | "help">("");
  const goToNext = useGoToNext();
  const doings = {
    note: focusEntry,
    palette: () => setWindow("palette"),
    help: () => setWindow("help"),
    next: goToNext,
  };
  useKeys(doings);
  useFocusKept();
  useEffect(bringTheRest, []);
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <div className="frame-top">
        <TopBar live={live === "live"} doings={doings} />
        <Banner live={live === "live"} />
      </div>
      <Nav />
      <main id="main" className="frame-main" tabIndex={-1}>
        <Guarded>{children}</Guarded>
      </main>
      {mayWrite(me) && <Dock />}
      {window === "palette" && (
        <Suspense>
          <Palette close={() => setWindow("")} doings={doings} />
        </Suspense>
      )}
      <HelpSheet open={window === "help"} close={() => setWindow("")} />
    </div>
  );
}

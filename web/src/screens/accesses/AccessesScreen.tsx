import { useState } from "react";

import { useAccesses } from "../../api/accounts";
import { useIncidents } from "../../api/queries";
import { managesPeople, useMe } from "../../app/me";
import { Loading } from "../../parts/Loading";
import { Tick } from "../../parts/Tick";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { AccessTable } from "./AccessTable";

const page = 200; // lines at once

// Who read what of every incident, and who took it out; for who manages people.
export function AccessesScreen() {
  const { accesses: words, ...all } = useWords();
  const { me } = useMe();
  const [exports, setExports] = useState(false);
  const [shown, setShown] = useState(page);
  const accesses = useAccesses(exports, Math.min(shown, 500));
  const incidents = useIncidents().data ?? [];
  const titleOf = (id: string) => incidents.find((one) => one.id === id)?.title ?? id;
  if (!managesPeople(me)) return <Title title={words.title} lead={words.notMine} />;
  if (accesses.isPending) return <Loading />;
  if (!accesses.data) return <Trouble why={accesses.error} again={() => void accesses.refetch()} />;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { items, total } = accesses.data;
  return (
    <div className="stack wide">
      <Title title={words.title} lead={words.lead} />
      <Tick label={words.exportsOnly} on={exports} say={setExports} />
      <p role="status">{all.findings.shown(items.length, total)}</p>
      <AccessTable accesses={items} zone={timeZone} titleOf={titleOf} />
      {items.length < total && shown < 500 && (
        <button type="button" className="button start" onClick={() => setShown(shown + page)}>
          {all.more}
        </button>
      )}
    </div>
  );
}

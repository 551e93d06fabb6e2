import { useState } from "react";

import { useIncidentAccesses } from "../../api/accounts";
import { useThisIncident } from "../../app/incident";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { AccessTable } from "../accesses/AccessTable";

// Who read this incident; asked for only once it is unfolded.
export function Readers() {
  const { accesses: words, findings } = useWords();
  const { id, zone } = useThisIncident();
  const [open, setOpen] = useState(false);
  const accesses = useIncidentAccesses(id, open);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.ofIncident}</summary>
      {accesses.error && <Trouble why={accesses.error} />}
      {accesses.data && (
        <>
          <p className="soft">{findings.shown(accesses.data.items.length, accesses.data.total)}</p>
          <AccessTable accesses={accesses.data.items} zone={zone} />
        </>
      )}
    </details>
  );
}

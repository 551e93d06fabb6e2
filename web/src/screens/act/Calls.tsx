import { useState } from "react";

import { useIncidentContacts } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import type { Call } from "../../api/types";
import { mayWrite, useMe } from "../../app/me";
import { Phones } from "../../parts/Phones";
import { useWords } from "../../words";
import { CallSheet } from "./CallSheet";

// Whom to call now, the number, and what to say.
export function Calls({ calls }: { calls: readonly Call[] }) {
  const words = useWords();
  const waiting = calls.filter((call) => !call.made);
  if (waiting.length === 0) return null;
  const contacts = [...new Set(waiting.map((call) => call.contact))];
  return (
    <section className="card stack" aria-label={words.calls.title}>
      <h2>{words.calls.title}</h2>
      {contacts.map((contact) => (
        <OneCall key={contact} calls={waiting.filter((call) => call.contact === contact)} />
      ))}
    </section>
  );
}

// One contact may be owed a call for several reasons: one call settles them all.
function OneCall({ calls }: { calls: readonly Call[] }) {
  const words = useWords();
  const { me } = useMe();
  const [open, setOpen] = useState(false);
  const [call] = calls;
  const contact = useIncidentContacts(useThisIncident().id).data?.find(
    ({ id }) => id === call?.contact,
  );
  if (!call) return null;
  return (
    <div className="stack tight">
      <h3>{call.whom}</h3>
      {contact?.phones.length ? (
        <Phones phones={contact.phones} />
      ) : (
        <p className="soft">{words.calls.noPhone}</p>
      )}
      {[...new Set(calls.map(({ say }) => say))].map((say) => (
        <p key={say}>
          <span className="soft small">{words.calls.say} </span>
          {say}
        </p>
      ))}
      {mayWrite(me) && (
        <button type="button" className="button start" onClick={() => setOpen(true)}>
          {words.calls.made}
        </button>
      )}
      {open && <CallSheet call={call} onClose={() => setOpen(false)} />}
    </div>
  );
}

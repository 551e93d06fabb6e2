import { useState } from "react";

import { useIncidentContacts, usePlan } from "../../api/queries";
import type { Contact } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { Field } from "../../parts/Field";
import { Loading } from "../../parts/Loading";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { plainly } from "../../parts/plainly";
import { useWords } from "../../words";
import { ContactCard } from "./ContactCard";

export function ContactsScreen() {
  const { contacts: words } = useWords();
  const incident = useThisIncident();
  const contacts = useIncidentContacts(incident.id);
  const plan = usePlan(incident.id).data;
  const [sought, setSought] = useState("");
  if (contacts.isPending) return <Loading />;
  if (!contacts.data) return <Trouble why={contacts.error} again={() => void contacts.refetch()} />;
  const owed = new Set(plan?.calls.filter((call) => !call.made).map((call) => call.contact));
  const found = contacts.data.filter((contact) => holds(contact, sought));
  const first = (contact: Contact) => (owed.has(contact.id) ? 0 : 1);
  return (
    <div className="stack wide">
      <Title title={words.title} incident={incident.title} lead={words.lead} />
      <Field label={words.search} type="search" value={sought} say={setSought} />
      <div className="columns">
        {found
          .toSorted((one, other) => first(one) - first(other))
          .map((contact) => (
            <ContactCard key={contact.id} contact={contact} owed={owed.has(contact.id)} />
          ))}
      </div>
    </div>
  );
}

const holds = (contact: Contact, sought: string) =>
  plainly(`${contact.title} ${contact.for} ${contact.notes.join(" ")}`).includes(plainly(sought));

import type { Contact } from "../../api/types";
import { CopyButton } from "../../parts/Copy";
import { Phones } from "../../parts/Phones";
import { useWords } from "../../words";

// Nothing here is a link out but the phone numbers: the network may be the one that is hit.
export function ContactCard({ contact, owed }: { contact: Contact; owed: boolean }) {
  const { contacts: words } = useWords();
  return (
    <section className="card stack tight" aria-label={contact.title}>
      <h2>{contact.title}</h2>
      {owed && (
        <p>
          <span className="tag warn">{words.owed}</span>
        </p>
      )}
      <Phones phones={contact.phones} />
      {contact.fill && contact.phones.length === 0 && <p className="soft">{words.toFill}</p>}
      <p>{contact.for}</p>
      {contact.hours && <p className="soft">{contact.hours}</p>}
      {contact.notes.map((note) => (
        <p key={note} className="small">
          {note}
        </p>
      ))}
      {contact.mail && (
        <p className="row">
          <span>{contact.mail}</span>
          <CopyButton text={contact.mail} />
        </p>
      )}
      {contact.web.map((page) => (
        <p key={page} className="small">
          {page}
        </p>
      ))}
      {contact.fingerprint && (
        <p className="small soft">
          {words.fingerprint} <code>{contact.fingerprint}</code>
        </p>
      )}
    </section>
  );
}

import { Link } from "wouter";

import { useIncidents } from "../../api/queries";
import type { IncidentLine } from "../../api/types";
import { pathOf } from "../../app/incident";
import { dayAndTime } from "../../parts/time";
import { Trouble } from "../../parts/Trouble";
import { useSpeech, useWords } from "../../words";

export function Incidents() {
  const words = useWords();
  const incidents = useIncidents();
  if (incidents.error)
    return <Trouble why={incidents.error} again={() => void incidents.refetch()} />;
  const open = incidents.data?.filter((one) => one.closed === null) ?? [];
  const closed = incidents.data?.filter((one) => one.closed !== null) ?? [];
  return (
    <>
      <List title={words.home.current} incidents={open} />
      <List title={words.home.closed} incidents={closed} />
    </>
  );
}

function List({ title, incidents }: { title: string; incidents: IncidentLine[] }) {
  if (incidents.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul role="list" className="stack tight">
        {incidents.map((incident) => (
          <li key={incident.id}>
            <Card incident={incident} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({ incident }: { incident: IncidentLine }) {
  const { words, language } = useSpeech();
  return (
    <Link href={pathOf(incident.id, "act")} className="way inline">
      <span>
        <strong>{incident.title}</strong>
        <span className="soft small">
          {incident.opened &&
            `${words.home.opened} ${dayAndTime(incident.opened, incident.zone, language)} (${incident.zone}) · `}
          {words.home.lines(incident.entries)}
        </span>
      </span>
      <span className="button strong">{words.home.goOn}</span>
    </Link>
  );
}

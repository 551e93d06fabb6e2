import { Link } from "wouter";

import { useSeverity } from "../api/queries";
import { useWords } from "../words";
import { AccountButton } from "./AccountButton";
import { Clock } from "./Clock";
import { useThisIncident } from "./incident";
import type { Doings } from "./keys";

export function TopBar({ live, doings }: { live: boolean; doings: Doings }) {
  const words = useWords();
  const incident = useThisIncident();
  const severity = useSeverity(incident.id);
  return (
    <header className="top-line">
      <Link href="/" className="brand">
        <img src="/icon.svg" alt="" />
        <span className="brand-name">{words.name}</span>
      </Link>
      <p className="top-incident">
        <strong>{incident.title}</strong>
        <span>
          {incident.closed ? words.top.closed : severity.data?.title}
          {live && ` · ${words.line.live}`}
        </span>
      </p>
      <Clock incident={incident} />
      <div className="top-tools">
        <button type="button" className="button" onClick={doings.palette}>
          {words.top.palette} <kbd>{words.keys.palette}</kbd>
        </button>
        <button type="button" className="button" aria-label={words.top.help} onClick={doings.help}>
          <span aria-hidden="true">?</span>
        </button>
        <AccountButton />
      </div>
    </header>
  );
}

import { useState } from "react";
import { Link, useLocation } from "wouter";

import { usePlan } from "../api/queries";
import { useWords } from "../words";
import { pathOf, type Screen, screensOf, useThisIncident } from "./incident";
import { useMe } from "./me";

export function Nav() {
  const words = useWords();
  const incident = useThisIncident();
  const { me } = useMe();
  const [here] = useLocation();
  const [open, setOpen] = useState(false);
  const counts = useCounts(incident.id);
  return (
    <nav className="frame-nav" aria-label={words.nav.label} data-open={open}>
      <button
        type="button"
        className="button nav-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.menu}
      </button>
      <ul role="list">
        {screensOf(me.role).map((screen) => {
          const path = pathOf(incident.id, screen);
          return (
            <li key={screen}>
              <Link
                href={path}
                aria-current={here === path ? "page" : undefined}
                onClick={() => setOpen(false)}
              >
                {words.nav[screen]}
                {counts[screen] ? <span className="count">{counts[screen]}</span> : null}
              </Link>
            </li>
          );
        })}
        <li>
          <Link href="/">{words.nav.home}</Link>
        </li>
      </ul>
    </nav>
  );
}

// What waits on a screen, beside its name.
function useCounts(incident: string): Partial<Record<Screen, number>> {
  const plan = usePlan(incident).data;
  const { findings, evidence, entries } = useThisIncident();
  return {
    clocks: (plan?.clocks.length ?? 0) + (plan?.clocks_proposed.length ?? 0),
    contacts: plan?.calls.filter((call) => !call.made).length ?? 0,
    log: entries,
    findings: findings.length,
    evidence: evidence.length,
  };
}

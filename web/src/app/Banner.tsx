import { Link } from "wouter";

import { useUnsent } from "../parts/unsent";
import { useWords } from "../words";
import { useThisIncident } from "./incident";
import { useMe } from "./me";
import { placeOfDraft } from "./placeOfDraft";

// Says when the line is cut, and when something typed waits to be sent.
export function Banner({ live }: { live: boolean }) {
  const words = useWords();
  const incident = useThisIncident();
  const unsent = useUnsent(incident.id, useMe().me.name);
  const elsewhere = unsent.flatMap((form) => placeOfDraft(incident.id, form) ?? []);
  if (live && elsewhere.length === 0) return null;
  return (
    <div role="status">
      {!live && <p className="banner">{words.line.cut}</p>}
      {elsewhere.length > 0 && (
        <p className="banner">
          {words.line.unsent(elsewhere.length)}. {words.line.unsentHint}
          {elsewhere.slice(0, 3).map((path) => (
            <Link key={path} href={path}>
              {words.line.goTo}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}

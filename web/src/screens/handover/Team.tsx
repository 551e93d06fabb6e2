import { useParticipants } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useMe } from "../../app/me";
import { useWords } from "../../words";
import { GiveRole } from "./GiveRole";
import { Readers } from "./Readers";

// Who is in this incident, and in which role; a lead gives roles.
export function Team() {
  const { people: words, roles } = useWords();
  const { id } = useThisIncident();
  const { me } = useMe();
  const team = useParticipants(id).data ?? [];
  return (
    <section className="card stack">
      <h2>{words.team}</h2>
      <ul role="list" className="stack tight">
        {team.map((person) => (
          <li key={person.name}>
            <strong>{person.display_name}</strong>{" "}
            <span className="soft">
              {roles[person.role]} ({words.explain[person.role]})
            </span>
          </li>
        ))}
      </ul>
      {me.role === "lead" && <GiveRole />}
      {me.role === "lead" && <Readers />}
    </section>
  );
}

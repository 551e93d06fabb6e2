import { useHandover } from "../../api/queries";
import type { Handover } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { mayWrite, useMe } from "../../app/me";
import { Loading } from "../../parts/Loading";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { dayAndTime } from "../../parts/time";
import { useSpeech, useWords } from "../../words";
import { Accept } from "./Accept";
import { Team } from "./Team";
import { Close } from "./Close";
import { Consoles } from "./Consoles";
import { Propose } from "./Propose";

// The page of the next shift: what stands, and the hand-over itself.
export function HandoverScreen() {
  const { handover: words } = useWords();
  const incident = useThisIncident();
  const { me } = useMe();
  const handover = useHandover(incident.id);
  if (handover.isPending) return <Loading />;
  if (!handover.data) return <Trouble why={handover.error} again={() => void handover.refetch()} />;
  const { parts, consoles, handovers } = handover.data;
  const last = handovers.at(-1);
  const waiting = last && !last.accepted ? last : null;
  return (
    <div className="stack wide">
      <Title title={words.title} incident={incident.title} lead={words.lead} />
      {waiting && <Accept waiting={waiting} />}
      <div className="columns">
        {parts
          .filter(({ lines }) => lines.length > 0)
          .map((part) => (
            <Part key={part.part} part={part} />
          ))}
      </div>
      <Nothing parts={parts} />
      <Consoles consoles={consoles} />
      {mayWrite(me) && <Propose />}
      <Team />
      {me.role === "lead" && <Close />}
      <Past handovers={handovers.filter(({ accepted }) => accepted)} />
    </div>
  );
}

// What has nothing to say is said in one line: that is news too.
function Nothing({ parts }: { parts: Handover["parts"] }) {
  const { handover: words } = useWords();
  const empty = parts.filter(({ lines }) => lines.length === 0).map(({ title }) => title);
  if (empty.length === 0) return null;
  return (
    <p className="soft">
      {words.nothing} {empty.join(", ")}.
    </p>
  );
}

function Part({ part }: { part: Handover["parts"][number] }) {
  const { handover: words } = useWords();
  return (
    <section className="card stack tight">
      <h2>{part.title}</h2>
      <ul>
        {part.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {part.left_out > 0 && <p className="soft small">{words.more(part.left_out)}</p>}
    </section>
  );
}

function Past({ handovers }: { handovers: Handover["handovers"] }) {
  const { words, language } = useSpeech();
  const { zone } = useThisIncident();
  if (handovers.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{words.handover.past}</h2>
      <ul role="list" className="stack tight">
        {handovers.map((one) => (
          <li key={one.entry}>
            {words.handover.accepted(
              one.from,
              one.to,
              one.accepted_at ? dayAndTime(one.accepted_at, zone, language) : "",
            )}
            {one.text && <span className="soft"> {one.text}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

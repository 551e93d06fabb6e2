import { useClocks } from "../../api/queries";
import type { Clock } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { Loading } from "../../parts/Loading";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { ClockCard } from "./ClockCard";

const pressing: readonly Clock["status"][] = ["overdue", "running", "proposed"];

export function ClocksScreen() {
  const { clocks: words } = useWords();
  const incident = useThisIncident();
  const clocks = useClocks(incident.id);
  if (clocks.isPending) return <Loading />;
  if (!clocks.data) return <Trouble why={clocks.error} again={() => void clocks.refetch()} />;
  const first = pressing.flatMap((status) =>
    clocks.data.filter((clock) => clock.status === status),
  );
  const others = clocks.data.filter((clock) => !pressing.includes(clock.status));
  return (
    <div className="stack wide">
      <Title title={words.title} incident={incident.title} lead={words.lead} />
      <div className="columns">
        {first.map((clock) => (
          <ClockCard key={clock.clock} clock={clock} />
        ))}
      </div>
      {others.length > 0 && (
        <section className="stack">
          <h2>{words.others}</h2>
          <div className="columns">
            {others.map((clock) => (
              <ClockCard key={clock.clock} clock={clock} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

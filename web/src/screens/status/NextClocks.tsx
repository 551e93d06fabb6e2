import type { Clock } from "../../api/types";
import { useWords } from "../../words";
import { TimeLeft } from "../clocks/TimeLeft";

export function NextClocks({ clocks }: { clocks: readonly Clock[] }) {
  const words = useWords();
  const running = clocks.filter(({ status }) => status === "running" || status === "overdue");
  const proposed = clocks.filter(({ status }) => status === "proposed");
  return (
    <section className="card stack" aria-label={words.status.next}>
      <h2>{words.status.next}</h2>
      {running.length + proposed.length === 0 && <p>{words.status.noClock}</p>}
      {[...running, ...proposed].map((clock) => (
        <div key={clock.clock}>
          <h3>{clock.title}</h3>
          <p className="soft small">{words.clocks.status[clock.status]}</p>
          <TimeLeft clock={clock} />
        </div>
      ))}
    </section>
  );
}

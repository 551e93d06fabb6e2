import type { Ref } from "react";

import type { LogEntry } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { mayWrite, useMe } from "../../app/me";
import { dayAndTime } from "../../parts/time";
import { useSpeech, useWords } from "../../words";
import { canBeCorrected, Correct } from "./Correct";

interface Props {
  line: LogEntry | undefined; // not there yet
  index: number;
  start?: number; // pixels from the top, when it is one of a window
  measure?: Ref<HTMLDivElement>;
}

export function LogHead() {
  const { log } = useWords();
  const { zone } = useThisIncident();
  return (
    <div role="rowgroup" className="log-head">
      <div role="row" className="log-row head" aria-rowindex={1}>
        <span role="columnheader">{log.line}</span>
        <span role="columnheader">{log.time(zone)}</span>
        <span role="columnheader">{log.who}</span>
        <span role="columnheader">{log.what}</span>
      </div>
    </div>
  );
}

export function LogRow({ line, index, start, measure }: Props) {
  const { words, language } = useSpeech();
  const { zone } = useThisIncident();
  const { me } = useMe();
  const style = start === undefined ? undefined : { transform: `translateY(${start}px)` };
  const time = (at: string) => dayAndTime(at, zone, language);
  return (
    <div
      role="row"
      className="log-row"
      ref={measure}
      data-index={index}
      data-gone={line?.corrected_by != null}
      aria-rowindex={index + 2}
      style={style}
    >
      <span role="cell" className="number soft">
        {index}
      </span>
      <span role="cell" className="number">
        {line ? time(line.occurred ?? line.recorded) : words.loading}
      </span>
      <span role="cell">{line?.author}</span>
      <span role="cell">
        <span className="what">{line?.redacted ? words.log.redacted : line?.text}</span>
        {line && <Notes line={line} time={time} />}
        {line && mayWrite(me) && canBeCorrected(line) && <Correct line={line} />}
      </span>
    </div>
  );
}

// A line written well after what it tells, or replaced since, says so.
function Notes({ line, time }: { line: LogEntry; time: (at: string) => string }) {
  const { log } = useWords();
  const late =
    line.occurred !== null && Date.parse(line.recorded) - Date.parse(line.occurred) > 60_000;
  return (
    <>
      {late && (
        <span className="soft small">
          {" "}
          ({log.late} {time(line.recorded)})
        </span>
      )}
      {line.corrected_by !== null && (
        <span className="soft small"> — {log.corrected(line.corrected_by)}</span>
      )}
    </>
  );
}

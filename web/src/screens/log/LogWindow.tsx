import { useQueries } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";

import { logWindowQuery } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useSpeech } from "../../words";
import { LogHead, LogRow } from "./LogRow";

const windowSize = 100; // lines asked for at once
const rowHeight = 46; // pixels, until a row was measured
const near = 8; // pixels from the end that still are the end
const beyond = 6; // rows kept ready above and below what is in sight

// The whole logbook, of which only what is in sight is in the page, and only what is near was fetched.
// It opens on its last line, and stays there while new lines come unless the person scrolled up.
export function LogWindow() {
  const { words, language } = useSpeech();
  const { id, entries } = useThisIncident();
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const before = useRef(0); // where the scroller stood
  const rows = useVirtualizer({
    count: entries,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: beyond,
    initialOffset: entries * rowHeight,
  });
  const inSight = rows.getVirtualItems();
  const first = Math.floor((inSight[0]?.index ?? 0) / windowSize);
  const last = Math.floor((inSight.at(-1)?.index ?? 0) / windowSize);
  const windows = useQueries({
    queries: Array.from({ length: last - first + 1 }, (_, place) =>
      logWindowQuery(id, language, {
        from: (first + place) * windowSize,
        limit: windowSize,
        text: "",
      }),
    ),
  });
  const lineAt = (position: number) =>
    windows[Math.floor(position / windowSize) - first]?.data?.items[position % windowSize];

  const height = rows.getTotalSize();
  useEffect(() => {
    if (atEnd.current) rows.scrollToIndex(entries - 1, { align: "end" });
  }, [entries, height, rows]);
  // Rows that turn out taller than thought push the end away; only a person leaves it, upwards.
  const noticeScroll = () => {
    const box = scroller.current;
    if (!box) return;
    const isEnd = box.scrollHeight - box.scrollTop - box.clientHeight < near;
    if (isEnd || box.scrollTop < before.current) atEnd.current = isEnd;
    before.current = box.scrollTop;
  };

  return (
    <>
      <div className="row">
        <button type="button" className="button" onClick={() => rows.scrollToIndex(0)}>
          {words.log.first}
        </button>
        <button type="button" className="button" onClick={() => rows.scrollToIndex(entries - 1)}>
          {words.log.last}
        </button>
      </div>
      <div
        className="log"
        ref={scroller}
        onScroll={noticeScroll}
        role="region"
        aria-label={words.log.scroller}
        // A region that scrolls is reached by the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div role="table" aria-label={words.log.title} aria-rowcount={entries + 1}>
          <LogHead />
          <div role="rowgroup" className="log-body" style={{ blockSize: `${height}px` }}>
            {inSight.map((row) => (
              <LogRow
                key={row.key}
                measure={rows.measureElement}
                index={row.index}
                start={row.start}
                line={lineAt(row.index)}
              />
            ))}
          </div>
        </div>
      </div>
    </>
  );
}

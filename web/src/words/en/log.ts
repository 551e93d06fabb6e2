import type { Words } from "../fr";
import { counted } from "../plural";

export const log: Pick<Words, "log"> = {
  log: {
    title: "Logbook",
    search: "Search the lines",
    time: (zone) => `Time (${zone})`,
    line: "No.",
    who: "Who",
    what: "What",
    lines: counted("en", "line", "lines"),
    matches: counted("en", "line found", "lines found"),
    corrected: (by) => `corrected by line ${by}`,
    redacted: "content redacted",
    hash: "Hash",
    last: "Last line",
    first: "First line",
    late: "written on",
    scroller: "Lines of the logbook",
  },
};

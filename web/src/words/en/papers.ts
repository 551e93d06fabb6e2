import type { Words } from "../fr";
import { counted } from "../plural";

export const papers: Pick<Words, "print" | "status"> = {
  print: {
    title: "Print",
    lead: "Papers of the incident as it stands now, to keep outside the system that is hit.",
    report: "Report",
    reportLead: "What happened, what was done, what is still owed.",
    kit: "Sheets to tick",
    kitLead: "The steps with their boxes, the directory and a blank logbook.",
    calendar: "Calendar",
    calendarLead: "The deadlines, to import into a diary.",
    get: "Download",
  },

  status: {
    title: "Situation",
    lead: "Read-only, for the management.",
    asOf: (when, zone) => `As of ${when} (${zone})`,
    severity: "Severity",
    progress: "Progress",
    known: "Known perimeter",
    accounts: counted("en", "account", "accounts"),
    hosts: counted("en", "machine", "machines"),
    standing: { compromised: "compromised", suspected: "suspected", cleared: "cleared" },
    owed: "What is still owed",
    nothingOwed: "Nothing is owed.",
    next: "Next deadlines",
    noClock: "No deadline runs.",
    last: "Last lines",
    printIt: "Print this page",
  },
};

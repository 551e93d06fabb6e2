import { pathOf, type Screen, stepPath } from "./incident";

// Where a form of the incident stands: "act|ITEM|ACCOUNT|STATE", "assign|ITEM|ACCOUNT", "clock|…", "call|…", "severity".
// "act|several" names none. The entry box is on every screen: null.
export function placeOfDraft(incident: string, form: string): string | null {
  const [kind = "", item = "", account = ""] = form.split("|");
  if (form === "act|several") return pathOf(incident, "act");
  if (kind === "act" || kind === "answer" || kind === "assign")
    return stepPath(incident, item, account);
  const screens: Partial<Record<string, Screen>> = {
    call: "act",
    clock: "clocks",
    severity: "qualify",
    correct: "log",
    handover: "handover",
    close: "handover",
    role: "handover",
    sheet: "act",
  };
  const screen = screens[kind];
  return screen ? pathOf(incident, screen) : null;
}

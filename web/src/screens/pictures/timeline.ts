// What the double timeline draws: the attacker above, us below, what is due as marks.
import type { Clock, Finding, Incident } from "../../api/types";
import { type Scale, brokenScale } from "./scale";

const mostLanes = 7; // accounts that get a lane of their own; the others share one

export interface Act {
  at: number;
  until: number;
  isLocal: boolean; // as the evidence wrote it, in a zone nobody told
  severity: Finding["severity"];
  title: string;
  account: string;
}
export interface Doing {
  at: number;
  item: string;
  account: string;
  state: Incident["actions"][number]["state"];
  who: string;
}
export interface Due {
  at: number;
  title: string;
  met: boolean;
}
export interface Timeline {
  lanes: { account: string; acts: Act[] }[]; // account "": several, or none
  doings: Doing[];
  dues: Due[];
  scale: Scale;
}

const told: readonly Finding["severity"][] = ["critical", "high", "medium"];

// Whose mailbox it is about, of the accounts that the finding names.
function accountOf({ subjects, accounts }: Finding): string {
  const theirs = subjects.map(({ mailbox }) => mailbox.toLowerCase());
  return theirs.find((mailbox) => accounts.includes(mailbox)) ?? accounts[0] ?? "";
}

// What the evidence holds against the attacker, with its moment; what may be innocent is left out.
export const actsOf = (findings: readonly Finding[]): Act[] =>
  findings
    .filter((finding) => finding.time !== null && told.includes(finding.severity))
    .map((finding) => ({
      at: Date.parse(finding.time ?? ""),
      until: Date.parse(finding.time_end ?? finding.time ?? ""),
      isLocal: finding.time_is_local ?? false,
      severity: finding.severity,
      title: finding.title,
      account: accountOf(finding),
    }))
    .sort((a, b) => a.at - b.at);

const doingsOf = (incident: Incident): Doing[] =>
  incident.actions
    .filter((action) => action.when !== null)
    .map((action) => ({ ...action, at: Date.parse(action.when ?? "") }))
    .sort((a, b) => a.at - b.at);

const duesOf = (clocks: readonly Clock[]): Due[] =>
  clocks
    .filter((clock) => clock.due !== null && ["running", "overdue", "met"].includes(clock.status))
    .map((clock) => ({
      at: Date.parse(clock.due ?? ""),
      title: clock.title,
      met: clock.status === "met",
    }));

function lanesOf(acts: readonly Act[]) {
  const count = new Map<string, number>();
  for (const { account } of acts) count.set(account, (count.get(account) ?? 0) + 1);
  const named = [...count.keys()].filter(Boolean);
  const own = new Set(
    named.sort((a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0)).slice(0, mostLanes),
  );
  const lanes = new Map<string, Act[]>();
  for (const act of acts) {
    const lane = own.has(act.account) ? act.account : "";
    lanes.set(lane, [...(lanes.get(lane) ?? []), act]);
  }
  return [...lanes].map(([account, mine]) => ({ account, acts: mine }));
}

// Null when there is nothing to draw.
export function timelineOf(
  incident: Incident,
  findings: readonly Finding[],
  clocks: readonly Clock[],
  left: number,
  right: number,
): Timeline | null {
  const acts = actsOf(findings);
  const doings = doingsOf(incident);
  const dues = duesOf(clocks);
  if (acts.length + doings.length === 0) return null;
  const opened = incident.opened ? [Date.parse(incident.opened)] : [];
  const moments = [...acts.flatMap(({ at, until }) => [at, until]), ...opened];
  moments.push(...doings.map(({ at }) => at), ...dues.map(({ at }) => at));
  return { lanes: lanesOf(acts), doings, dues, scale: brokenScale(moments, left, right) };
}

// From the first dated sign of the attack to the last, and how many; null when no sign is dated.
export function attackOf({ lanes }: Pick<Timeline, "lanes">) {
  const acts = lanes.flatMap((lane) => lane.acts);
  if (acts.length === 0) return null;
  const from = Math.min(...acts.map(({ at }) => at));
  const until = Math.max(...acts.map((act) => act.until));
  return { from, until, signs: acts.length };
}

// When the attack begins, for what is grave enough to be held against somebody; null when unknown.
export const firstSign = (findings: readonly Finding[]): number | null =>
  actsOf(findings).find(({ severity }) => severity !== "medium")?.at ?? null;

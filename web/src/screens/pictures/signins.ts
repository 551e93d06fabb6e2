// Suspicious sign-ins, as the findings date them: their first and last moment. Ordinary sign-ins are
// not kept with the incident.
import type { Finding } from "../../api/types";
import { wallClock } from "../../parts/time";

// The rules that speak of a sign-in itself.
const ofSignIns = new Set(["R1", "R2", "R4", "R5", "R6", "R7", "R20"]);
const ofTries = new Set(["R3", "R7"]);

export interface SignIn {
  at: number;
  account: string;
  title: string;
}

// Each once, however many findings speak of it.
export function signInsOf(findings: readonly Finding[]): SignIn[] {
  const once = new Map<string, SignIn>();
  for (const finding of findings) {
    if (!ofSignIns.has(finding.rule) || finding.severity === "info") continue;
    const account = finding.accounts[0] ?? "";
    for (const time of [finding.time, finding.time_end]) {
      const key = `${time ?? ""} ${account}`;
      if (time === null || once.has(key)) continue;
      once.set(key, { at: Date.parse(time), account, title: finding.title });
    }
  }
  return [...once.values()].sort((a, b) => a.at - b.at);
}

// Monday is 0; the hour is the wall clock's of that zone.
export function hourAndDay(at: number, zone: string): { day: number; hour: number } {
  const wall = wallClock(new Date(at), zone);
  const weekday = new Date(`${wall.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return { day: (weekday + 6) % 7, hour: Number(wall.slice(11, 13)) };
}

export const atNight = ({ day, hour }: { day: number; hour: number }) =>
  day > 4 || hour < 8 || hour >= 20;

// counts[day][hour]
export function countByHour(signIns: readonly SignIn[], zone: string): number[][] {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { at } of signIns) {
    const { day, hour } = hourAndDay(at, zone);
    const row = counts[day];
    if (row) row[hour] = (row[hour] ?? 0) + 1;
  }
  return counts;
}

export interface Tries {
  account: string;
  rule: string;
  from: number;
  to: number;
  gotIn: boolean;
  addresses: string[];
}

// Failures, and whether a success came after; those who got in first.
export function triesOf(findings: readonly Finding[]): Tries[] {
  const tries = findings.flatMap((finding) => {
    const { rule, time, time_end: end } = finding;
    if (!ofTries.has(rule) || time === null) return [];
    const inside = new Set(
      finding.subjects.filter(({ kind }) => kind === "session").map(({ mailbox }) => mailbox),
    );
    return finding.accounts.map((account) => ({
      account,
      rule,
      from: Date.parse(time),
      to: Date.parse(end ?? time),
      gotIn: inside.has(account),
      addresses: [...finding.addresses],
    }));
  });
  return tries.sort((a, b) => Number(b.gotIn) - Number(a.gotIn) || a.from - b.from);
}

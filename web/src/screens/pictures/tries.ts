// Failures, and whether a success came after: what the findings say of tries, and every streak of
// failures that the analysis counted.
import type { Finding, SignIns } from "../../api/types";

const ofTries = new Set(["R3", "R7"]);

export interface Tries {
  account: string;
  kind: "R3" | "R7" | "streak"; // a streak: no finding speaks of it
  from: number;
  to: number; // of the last failure
  failures: number | null; // null where the finding alone speaks
  success: number | null; // when the streak was followed by one
  gotIn: boolean;
  addresses: number;
}

// Told by a finding, or the intruder's; else a person who mistyped, perhaps.
export const isSuspect = ({ kind }: Tries) => kind !== "streak";

export function triesOf(findings: readonly Finding[], streaks: SignIns["streaks"]): Tries[] {
  const told = findings.flatMap(toldBy);
  const taken = new Set<SignIns["streaks"][number]>();
  const joined = told.map((one) => {
    const streak = streaks.find((other) => sameTries(one, other));
    if (!streak) return one;
    taken.add(streak);
    return { ...one, failures: streak.failures, success: momentOf(streak.success) };
  });
  const rest = streaks.filter((streak) => !taken.has(streak)).map(ofStreak);
  return [...joined, ...rest].sort(
    (a, b) =>
      Number(isSuspect(b)) - Number(isSuspect(a)) ||
      Number(b.gotIn) - Number(a.gotIn) ||
      a.from - b.from,
  );
}

const momentOf = (time: string | null) => (time === null ? null : Date.parse(time));

function toldBy(finding: Finding): Tries[] {
  const { rule, time, time_end: end } = finding;
  if (!ofTries.has(rule) || time === null) return [];
  const inside = new Set(
    finding.subjects.filter(({ kind }) => kind === "session").map(({ mailbox }) => mailbox),
  );
  return finding.accounts.map((account) => ({
    account,
    kind: rule as "R3" | "R7",
    from: Date.parse(time),
    to: Date.parse(end ?? time),
    failures: null,
    success: null,
    gotIn: inside.has(account),
    addresses: finding.addresses.length,
  }));
}

const ofStreak = (streak: SignIns["streaks"][number]): Tries => ({
  account: streak.account,
  kind: streak.intruder ? "R3" : "streak",
  from: Date.parse(streak.from ?? ""),
  to: Date.parse(streak.to ?? ""),
  failures: streak.failures,
  success: momentOf(streak.success),
  gotIn: streak.success !== null,
  addresses: streak.addresses,
});

const sameTries = (one: Tries, streak: SignIns["streaks"][number]) =>
  one.account === streak.account &&
  Date.parse(streak.from ?? "") <= one.to &&
  Date.parse(streak.success ?? streak.to ?? "") >= one.from;

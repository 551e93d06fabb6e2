// Which account met which address in the findings, and where mail goes outside.
import type { Finding } from "../../api/types";

const most = 24; // names on each side of the drawing; the table holds them all

export interface Bond {
  account: string;
  address: string;
  findings: number;
}

const suspicious = ({ severity }: Finding) => severity !== "info" && severity !== "low";

export function bondsOf(findings: readonly Finding[]): Bond[] {
  const bonds = new Map<string, Bond>();
  for (const { accounts, addresses } of findings.filter(suspicious)) {
    for (const account of accounts)
      for (const address of addresses) {
        const key = `${account} ${address}`;
        const bond = bonds.get(key) ?? { account, address, findings: 0 };
        bonds.set(key, { ...bond, findings: bond.findings + 1 });
      }
  }
  return [...bonds.values()].sort(
    (a, b) => b.findings - a.findings || a.account.localeCompare(b.account),
  );
}

// The names of one side, those with the most bonds first.
export function sideOf(bonds: readonly Bond[], side: "account" | "address"): string[] {
  const count = new Map<string, number>();
  for (const bond of bonds) count.set(bond[side], (count.get(bond[side]) ?? 0) + 1);
  return [...count.keys()].sort(
    (a, b) => (count.get(b) ?? 0) - (count.get(a) ?? 0) || a.localeCompare(b),
  );
}

export const drawn = (names: readonly string[]) => names.slice(0, most);

export type Way = "forwarding" | "transport-rule" | "inbox-rule";

export interface Flow {
  from: string; // "": every mailbox
  way: Way;
  to: string;
  at: string | null;
}

const ways: Record<string, Way> = {
  R10: "inbox-rule",
  R11: "forwarding",
  R12: "transport-rule",
};

// Mail that leaves by itself: what the findings on rules and forwarding name outside.
export function flowsOf(findings: readonly Finding[]): Flow[] {
  return findings.flatMap((finding) => {
    const way = ways[finding.rule];
    if (!way) return [];
    const mailbox = finding.subjects.find((subject) => subject.mailbox)?.mailbox;
    const from = way === "transport-rule" ? "" : (mailbox ?? finding.accounts[0] ?? "");
    return finding.indicators
      .filter((name) => name.includes("@"))
      .map((to) => ({ from, way, to, at: finding.time }));
  });
}

import { describe, expect, test } from "vitest";

import type { Finding, Incident, Plan, Source } from "../../api/types";
import { cellOf, coverageOf, covers, gapsOf } from "./coverage";
import { bondsOf, flowsOf, sideOf } from "./links";
import { stagesOf } from "./owed";
import { brokenScale, ticksOf } from "./scale";
import { isSuspect, triesOf } from "./tries";
import { atNight, type Hour, intrudersHours, signInsIn, sumOf } from "./week";
import { attackOf, firstSign, timelineOf } from "./timeline";

const blank = {
  type: "finding",
  rule_version: 1,
  hosts: [],
  indicators: [],
  items: [],
  evidence: [],
  subjects: [],
  why: ["x"],
  accounts: [],
  addresses: [],
  severity: "high",
  time: null,
  time_end: null,
} as const;
let made = 0;
const finding = (part: Partial<Finding>): Finding =>
  ({ ...blank, id: `f-${(made += 1)}`, rule: "R2", title: "t", ...part }) as Finding;
const hour = 3_600_000;

describe("the axis", () => {
  test("is cut where nothing happens for most of the time, and keeps the order", () => {
    const scale = brokenScale([0, hour, 2 * hour, 5000 * hour, 5001 * hour], 100, 900);
    expect(scale.stretches).toHaveLength(2);
    expect(scale.at(0)).toBe(100);
    expect(scale.at(5001 * hour)).toBeCloseTo(900);
    expect(scale.at(2 * hour)).toBeLessThan(scale.at(5000 * hour));
  });
  test("is whole when things follow each other evenly", () => {
    const even = Array.from({ length: 9 }, (_, place) => place * hour);
    expect(brokenScale(even, 0, 800).stretches).toEqual([
      { from: 0, to: 8 * hour, left: 0, right: 800 },
    ]);
  });
  test("draws one moment alone in the middle", () => {
    expect(brokenScale([7], 0, 96).at(7)).toBe(48);
  });
  test("ticks at midnight of the zone", () => {
    const stretch = { from: 0, to: 96 * hour, left: 0, right: 500 };
    const { moments } = ticksOf(stretch, 90, 2 * hour);
    expect(moments.map((moment) => (moment + 2 * hour) % (24 * hour))).toEqual([0, 0, 0, 0]);
  });
});

describe("the double timeline", () => {
  const incident = {
    opened: "2026-04-24T08:00:00Z",
    actions: [] as Incident["actions"],
  } as Incident;
  test("has a lane for each account, of what may be held against somebody", () => {
    const timeline = timelineOf(
      incident,
      [
        finding({ time: "2026-04-22T08:00:00Z", accounts: ["a@x.example"] }),
        finding({ time: "2026-04-20T08:00:00Z", accounts: ["a@x.example"], severity: "medium" }),
        finding({ time: "2026-04-01T08:00:00Z", accounts: ["b@x.example"], severity: "low" }),
        finding({ time: null, accounts: ["c@x.example"] }),
      ],
      [],
      0,
      900,
    );
    expect(timeline?.lanes.map(({ account, acts }) => [account, acts.length])).toEqual([
      ["a@x.example", 2],
    ]);
  });
  test("spans the dated signs of the attack, if any sign has a date", () => {
    const acting = {
      ...incident,
      actions: [
        { when: new Date(hour).toISOString(), item: "x/1", account: "", who: "a", state: "done" },
      ],
    } as unknown as Incident;
    const ours = timelineOf(acting, [finding({ time: null })], [], 0, 900);
    expect(ours?.doings).toHaveLength(1);
    expect(ours && attackOf(ours)).toBeNull();
    const dated = finding({ time: "2026-03-08T01:00:00Z", time_end: "2026-03-08T03:00:00Z" });
    const both = timelineOf(acting, [dated], [], 0, 900);
    const from = Date.parse("2026-03-08T01:00:00Z");
    expect(both && attackOf(both)).toEqual({ from, until: from + 2 * hour, signs: 1 });
  });
  test("is not drawn when there is nothing to say", () => {
    expect(timelineOf(incident, [], [], 0, 900)).toBeNull();
  });
  test("begins with what is grave, not with what is to be checked", () => {
    const early = finding({ time: "2026-04-01T00:00:00Z", severity: "medium" });
    const grave = finding({ time: "2026-04-02T00:00:00Z" });
    expect(firstSign([early, grave])).toBe(Date.parse("2026-04-02T00:00:00Z"));
    expect(firstSign([early])).toBeNull();
  });
});

describe("the hours of the week", () => {
  const hour = (part: Partial<Hour>): Hour => ({
    day: 0,
    hour: 0,
    successes: 1,
    failures: 0,
    intruder: 0,
    ...part,
  });
  test.each([
    [{ day: 0, hour: 8 }, false],
    [{ day: 0, hour: 20 }, true],
    [{ day: 4, hour: 7 }, true],
    [{ day: 5, hour: 12 }, true],
  ])("%o at night or on a weekend: %s", (moment, expected) => {
    expect(atNight(moment)).toBe(expected);
  });
  test("are summed, successes and failures together, the intruder's apart", () => {
    const hours = [hour({ failures: 4 }), hour({ hour: 3, intruder: 1 }), hour({ day: 6 })];
    expect(sumOf(hours, signInsIn)).toBe(7);
    expect(intrudersHours(hours).map((one) => one.hour)).toEqual([3]);
  });
});

describe("failures, then success", () => {
  const night = "2026-04-21T00:55:00Z";
  const streak = {
    account: "b@x.example",
    failures: 12,
    addresses: 2,
    from: "2026-04-21T00:50:00Z",
    to: "2026-04-21T00:54:00Z",
    success: night,
    intruder: false,
  };
  const told = finding({
    rule: "R3",
    time: night,
    accounts: ["a@x.example", "b@x.example"],
    subjects: [{ kind: "session", identity: "", name: "", mailbox: "b@x.example", state: [] }],
  });
  test("who got in comes first", () => {
    expect(triesOf([told], []).map(({ account, gotIn }) => [account, gotIn])).toEqual([
      ["b@x.example", true],
      ["a@x.example", false],
    ]);
  });
  test("a finding takes the count of its streak; no streak is told twice", () => {
    const tries = triesOf([told], [streak]);
    expect(tries.map(({ account, failures }) => [account, failures])).toEqual([
      ["b@x.example", 12],
      ["a@x.example", null],
    ]);
    expect(tries[0]?.success).toBe(Date.parse(night));
  });
  test("a streak of no finding is nobody's crime, unless it is the intruder's", () => {
    const other = { ...streak, account: "c@x.example" };
    expect(triesOf([told], [other]).filter(isSuspect)).toHaveLength(2);
    expect(triesOf([], [{ ...other, intruder: true }]).filter(isSuspect)).toHaveLength(1);
  });
});

describe("accounts and addresses", () => {
  test("are bound by the findings that name both; what is innocent binds nothing", () => {
    const bonds = bondsOf([
      finding({ accounts: ["a", "b"], addresses: ["192.0.2.1"] }),
      finding({ accounts: ["a"], addresses: ["192.0.2.1", "192.0.2.2"] }),
      finding({ accounts: ["c"], addresses: ["192.0.2.3"], severity: "low" }),
    ]);
    expect(bonds[0]).toEqual({ account: "a", address: "192.0.2.1", findings: 2 });
    expect(sideOf(bonds, "address")).toEqual(["192.0.2.1", "192.0.2.2"]);
    expect(sideOf(bonds, "account")).toEqual(["a", "b"]);
  });
  test("mail leaves from its mailbox, or from everyone by a transport rule", () => {
    const out = { indicators: ["x@out.example", "203.0.113.9"] };
    const flows = flowsOf([
      finding({ rule: "R11", accounts: ["a@x.example"], ...out }),
      finding({ rule: "R12", accounts: ["admin@x.example"], ...out }),
      finding({ rule: "R2", accounts: ["a@x.example"], ...out }),
    ]);
    expect(flows.map(({ from, way, to }) => [from, way, to])).toEqual([
      ["a@x.example", "forwarding", "x@out.example"],
      ["", "transport-rule", "x@out.example"],
    ]);
  });
});

describe("what the evidence covers", () => {
  const source = (first: string | null, last: string | null, gaps: Source["gaps"] = []): Source =>
    ({ type: "source", file: "f", format: "x", family: "audit-log", first, last, gaps }) as Source;
  const gap = { from: "2026-04-03T00:00:00Z", to: "2026-04-04T23:59:59Z", reason: "no row" };
  const at = (text: string) => Date.parse(text);
  const day = 24 * hour;

  test("shows the days that are missing, unless another file has them", () => {
    const holed = coverageOf([source("2026-04-01T00:00:00Z", "2026-04-06T00:00:00Z", [gap])]);
    const [family] = holed.families;
    if (!family) throw new Error("no family");
    expect(holed.columns).toHaveLength(6);
    expect(cellOf(family, at("2026-04-03T00:00:00Z"), day)).toBe("gap");
    expect(cellOf(family, at("2026-04-02T00:00:00Z"), day)).toBe("covered");
    expect(cellOf(family, at("2026-05-02T00:00:00Z"), day)).toBe("silent");
    expect(gapsOf(family)).toHaveLength(1);
    const filled = coverageOf([
      source("2026-04-01T00:00:00Z", "2026-04-06T00:00:00Z", [gap]),
      source("2026-04-02T00:00:00Z", "2026-04-05T12:00:00Z"),
    ]);
    expect(filled.families.flatMap(gapsOf)).toEqual([]);
    expect(filled.families.some((one) => covers(one, at("2026-04-03T12:00:00Z")))).toBe(true);
  });
  test("counts what has no dates apart, and keeps few columns", () => {
    const long = coverageOf([
      source("2024-01-01T00:00:00Z", "2026-04-06T00:00:00Z"),
      source(null, null),
    ]);
    expect(long.undated).toHaveLength(1);
    expect(long.columns.length).toBeLessThanOrEqual(61);
  });
});

test("a step counts once in the progress, whatever its accounts, and what is owed stays in sight", () => {
  const step = {
    item: "s/1",
    account: "",
    priority: "P0",
    hidden: false,
    answer: "",
    state: "done",
  };
  const plan = {
    items: [
      { ...step, account: "a" },
      { ...step, account: "b" },
      { ...step, item: "s/2", state: "impossible" },
      { ...step, item: "s/3", state: "to-do" },
    ],
  } as unknown as Plan;
  expect(stagesOf(plan)).toMatchObject([{ priority: "P0", settled: 1, owed: 1, open: 1 }]);
});

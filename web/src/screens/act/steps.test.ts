import { expect, test } from "vitest";

import type { Plan, PlanStep } from "../../api/types";
import { current, grouped, isOpen, isOwed, settled } from "./steps";

const step = (part: Partial<PlanStep>): PlanStep => ({
  type: "plan-step",
  item: "s/1",
  kind: "do",
  account: "",
  priority: "P0",
  theme: "t",
  title: "Block",
  state: "to-do",
  who: "",
  when: null,
  why: "",
  to: "",
  owner: "",
  due: null,
  answer: "",
  asked_again: false,
  evidence: "",
  findings: [],
  hidden: false,
  blockers: [],
  reasons: [],
  warnings: [],
  local: null,
  ...part,
});
const plan = (items: PlanStep[], next: Plan["next"] = null): Plan => ({
  items,
  next,
  calls: [],
  clocks: [],
  clocks_proposed: [],
  temporary: [],
  proofs: [],
  conclusions: [],
});

test("an answered question is settled until it is asked again", () => {
  expect(isOpen(step({ answer: "unknown" }))).toBe(false);
  expect(isOpen(step({ answer: "unknown", asked_again: true }))).toBe(true);
});

test("what could not be done is no longer open, and is owed", () => {
  const stuck = step({ state: "impossible" });
  expect(isOpen(stuck)).toBe(false);
  expect(isOwed(stuck)).toBe(true);
  expect(isOwed(step({ state: "not-applicable" }))).toBe(false);
});

test("a step for several accounts is one line, settled once all are", () => {
  const groups = grouped([
    step({ account: "a", state: "done" }),
    step({ account: "b" }),
    step({ item: "s/2", hidden: true }),
  ]);
  expect(groups).toHaveLength(1);
  expect(groups.map(settled)).toEqual([false]);
});

test("the address names the step; else the plan says which comes next", () => {
  const items = [step({ account: "a" }), step({ account: "b" }), step({ item: "s/2" })];
  expect(current(plan(items), "s/1", "b")?.account).toBe("b");
  expect(current(plan(items), "s/1", "gone")?.account).toBe("a");
  expect(current(plan(items, { item: "s/2", account: "" }), null, null)?.item).toBe("s/2");
  expect(current(plan([step({ state: "done" })]), null, null)).toBeNull();
  expect(current(plan(items), "s/none", null)).toBeNull();
});

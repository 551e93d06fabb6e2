import { expect, test } from "vitest";

import type { Outcomes, PlanStep } from "../../api/types";
import { blankAct } from "./act";
import { bodiesOf, choosable, keyOf, lastWritten, needsOfAll, refusedOf } from "./several";

const step = (part: Partial<PlanStep>): PlanStep =>
  ({
    item: "mail-account/1.a.1",
    account: "",
    kind: "do",
    priority: "P0",
    state: "to-do",
    answer: "",
    hidden: false,
    blockers: [],
    ...part,
  }) as unknown as PlanStep;
const guarded = (kind: string) => [{ kind, step: "", message: kind }] as PlanStep["blockers"];
const blank = blankAct("2026-11-22T03:12:05", "Alix Morel");

test("what waits can be chosen, in the priority under way; questions have their own answers", () => {
  const steps = [
    step({}),
    step({ item: "a/2", state: "done" }),
    step({ item: "a/3", kind: "ask" }),
    step({ item: "a/4", priority: "P1" }),
  ];
  expect(choosable(steps, "P0").map(({ item }) => item)).toEqual(["mail-account/1.a.1"]);
  expect(choosable(steps, undefined)).toHaveLength(2);
});

test("what one of them needs is asked for once, and goes with those that need it alone", () => {
  const steps = [step({ blockers: guarded("impact") }), step({ account: "b@x.example" })];
  expect(needsOfAll(steps, "done", blank)).toMatchObject({ impact: true, preservation: false });
  const bodies = bodiesOf(steps, "done", blank, "Europe/Paris", false);
  expect(bodies.map((body) => body.accept_impact)).toEqual(["Alix Morel", undefined]);
  expect(bodies[1]?.account).toBe("b@x.example");
});

test("what was refused is told by step", () => {
  const problem = { type: "about:blank", title: "no", status: 409, detail: "first" };
  const receipt = { type: "receipt", entry: 7, leaf: "", recorded: "" } as const;
  const outcomes: Outcomes = {
    items: [
      { item: "a/1", account: "", receipt },
      { item: "a/2", account: "b", problem },
    ],
  };
  expect(refusedOf(outcomes)).toEqual([{ key: keyOf({ item: "a/2", account: "b" }), problem }]);
  expect(lastWritten(outcomes)?.entry).toBe(7);
});

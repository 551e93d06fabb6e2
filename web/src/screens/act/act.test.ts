import { expect, test } from "vitest";

import type { PlanStep } from "../../api/types";
import { actBody, blankAct, needsOf, wrongOf } from "./act";

const zone = "Europe/Paris";
const blank = blankAct("2026-11-22T03:12:05", "Alix Morel");
const step = (kinds: ("impact" | "preservation" | "prerequisite")[]): PlanStep =>
  ({
    item: "mail-account/1.a.1",
    account: "c@ch.example",
    blockers: kinds.map((kind) => ({ kind, step: "", message: kind })),
  }) as unknown as PlanStep;

test("what saves the traces is said by a person, never taken for granted", () => {
  const guarded = step(["preservation"]);
  const needs = needsOf(guarded, "done", blank);
  expect(wrongOf(needs, blank, zone)).toBe("saved");
  const waived = { ...blank, saved: "no" as const };
  expect(wrongOf(needsOf(guarded, "done", waived), waived, zone)).toBe("why");
  expect(actBody(guarded, "done", { ...waived, why: "no export" }, zone, false)).toEqual({
    item: "mail-account/1.a.1",
    state: "done",
    account: "c@ch.example",
    why: "no export",
    waived_by: "Alix Morel",
  });
});

test("an impact is accepted by a named person, and only when the step is carried out", () => {
  const guarded = step(["impact"]);
  expect(actBody(guarded, "done", blank, zone, false).accept_impact).toBe("Alix Morel");
  const put = { ...blank, why: "tomorrow" };
  expect(actBody(guarded, "postponed", put, zone, false).accept_impact).toBeUndefined();
});

test("a prerequisite is passed over only with a reason", () => {
  const guarded = step(["prerequisite"]);
  expect(wrongOf(needsOf(guarded, "done", blank), blank, zone)).toBe("why");
  expect(actBody(guarded, "done", { ...blank, why: "no time" }, zone, false).despite).toBe(true);
});

test("the time goes with its offset, once the person changed it", () => {
  expect(actBody(step([]), "done", blank, zone, false).occurred).toBeUndefined();
  expect(actBody(step([]), "done", blank, zone, true).occurred).toBe("2026-11-22T03:12:05+01:00");
  expect(wrongOf(needsOf(step([]), "done", blank), { ...blank, occurred: "" }, zone)).toBe(
    "occurred",
  );
});

test("what is given to someone says to whom", () => {
  const needs = needsOf(step([]), "delegated", blank);
  expect(wrongOf(needs, { ...blank, why: "mine is full" }, zone)).toBe("to");
});

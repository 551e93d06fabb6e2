import { expect, test } from "vitest";

import type { PlanStep } from "../../api/types";
import { consolesOf } from "./consoles";

const cloud = { platform: "microsoft-365", path: "Users > Block", address: "admin.example" };
const mail = { platform: "zimbra", path: "Accounts", address: "" };
const step = (item: string, consoles: (typeof cloud)[], part: Partial<PlanStep> = {}): PlanStep =>
  ({
    item,
    account: "",
    state: "to-do",
    answer: "",
    hidden: false,
    local: { own: false, owners: [], consoles, note: "", hidden: "" },
    ...part,
  }) as unknown as PlanStep;

test("a console is there once, with the steps that wait for it", () => {
  const items = [
    step("a/1", [cloud], { account: "x" }),
    step("a/1", [cloud], { account: "y" }),
    step("a/2", [mail, cloud]),
  ];
  const found = consolesOf({ items });
  expect(found.map(({ platform }) => platform)).toEqual(["microsoft-365", "zimbra"]);
  expect(found[0]?.steps.map(({ item }) => item)).toEqual(["a/1", "a/2"]);
});

test("what is done needs no console, what is owed does; a step without one is fine", () => {
  const items = [
    step("a/1", [cloud], { state: "done" }),
    step("a/2", [mail], { state: "postponed" }),
    step("a/3", [], { local: null }),
  ];
  expect(consolesOf({ items }).map(({ platform }) => platform)).toEqual(["zimbra"]);
});

// Where the organisation does what is still to be done.
import type { Plan, PlanStep } from "../../api/types";
import { isOpen, isOwed } from "../act/steps";

export interface Console {
  platform: string;
  path: string;
  address: string; // read or copied, never opened
  steps: PlanStep[]; // that are done there, in the order of the plan
}

// Each once, with the steps that wait for it; a step for several accounts once.
export function consolesOf({ items }: Pick<Plan, "items">): Console[] {
  const found = new Map<string, Console>();
  for (const step of items.filter((one) => isOpen(one) || isOwed(one)))
    for (const { platform, path, address } of step.local?.consoles ?? []) {
      const key = [platform, path, address].join("\n");
      const one = found.get(key) ?? { platform, path, address, steps: [] };
      if (!one.steps.some(({ item }) => item === step.item)) one.steps.push(step);
      found.set(key, one);
    }
  return [...found.values()];
}

// The plan, as the Act screen walks it: one line a step, whatever the number of accounts it is for.
import type { ActionState, Plan, PlanStep } from "../../api/types";

export type Priority = PlanStep["priority"];
export const priorities: readonly Priority[] = ["before", "P0", "P1", "P2", "P3", "P4", "after"];

// What waits for somebody: nothing was said of it yet, or it is asked once more.
export function isOpen(step: PlanStep): boolean {
  if (step.hidden) return false;
  if (step.answer !== "") return step.asked_again;
  return step.state === "to-do" || step.state === "in-progress";
}

// Said, but still to be made good one day.
export const isOwed = (step: PlanStep) =>
  !step.hidden && ["partial", "impossible", "delegated", "postponed"].includes(step.state);

export interface StepGroup {
  item: string;
  title: string;
  priority: Priority;
  theme: string;
  steps: PlanStep[]; // one for each account, or one
}

export function grouped(steps: readonly PlanStep[]): StepGroup[] {
  const groups = new Map<string, StepGroup>();
  for (const step of steps) {
    if (step.hidden) continue;
    const group = groups.get(step.item);
    if (group) group.steps.push(step);
    else groups.set(step.item, { ...step, steps: [step] });
  }
  return [...groups.values()];
}

export const settled = (group: StepGroup) => !group.steps.some(isOpen);

// The step to show: the one that the address names, else the one that can be done now.
export function current(plan: Plan, item: string | null, account: string | null): PlanStep | null {
  const same = (step: PlanStep) => step.item === item && step.account === (account ?? "");
  if (item !== null) {
    return plan.items.find(same) ?? plan.items.find((step) => step.item === item) ?? null;
  }
  const { next } = plan;
  return (
    plan.items.find((step) => step.item === next?.item && step.account === next.account) ??
    plan.items.find(isOpen) ??
    null
  );
}

// A sign for each state, beside its word: nothing is told by colour alone.
export const marks: Record<ActionState, string> = {
  "to-do": "",
  "in-progress": "…",
  done: "✓",
  partial: "½",
  impossible: "✗",
  "not-applicable": "–",
  delegated: "→",
  postponed: "◷",
};

export const markOf = (step: PlanStep) =>
  step.answer !== "" && !step.asked_again ? marks.done : marks[step.state];

// How far each priority is, and what is still owed there. A step counts once, whatever its accounts.
import type { Plan, PlanStep } from "../../api/types";
import { grouped, isOwed, priorities, type Priority, settled } from "../act/steps";

export interface Stage {
  priority: Priority;
  settled: number;
  owed: number;
  open: number;
  owedSteps: PlanStep[];
}

export function stagesOf(plan: Plan): Stage[] {
  const groups = grouped(plan.items);
  return priorities.flatMap((priority) => {
    const mine = groups.filter((group) => group.priority === priority);
    if (mine.length === 0) return [];
    const open = mine.filter((group) => !settled(group)).length;
    const owed = mine.filter((group) => settled(group) && group.steps.some(isOwed)).length;
    const owedSteps = mine.flatMap(({ steps }) => steps.filter(isOwed));
    return [{ priority, settled: mine.length - open - owed, owed, open, owedSteps }];
  });
}

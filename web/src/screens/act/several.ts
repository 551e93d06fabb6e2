// Several steps said at once: each is checked and written by itself.
import type { ActBody, ActionState, Outcomes, PlanStep } from "../../api/types";
import { actBody, type ActValues, type Needs, needsOf } from "./act";
import { isOpen, type Priority } from "./steps";

export const most = 100; // steps in one sending

export const keyOf = ({ item, account }: { item: string; account: string }) => `${item} ${account}`;

// The step of a key, which may be gone from the list: another person did it.
export const stepOf = (key: string) => {
  const [item = "", account = ""] = key.split(" ");
  return { item, account };
};

// Questions have answers of their own: only what is done can be said of several.
export const choosable = (steps: readonly PlanStep[], priority: Priority | undefined) =>
  steps
    .filter((step) => isOpen(step) && step.kind !== "ask" && step.kind !== "look")
    .filter((step) => !priority || step.priority === priority)
    .slice(0, most);

// What the server will ask for before it takes any of them.
export const needsOfAll = (
  steps: readonly PlanStep[],
  state: ActionState,
  values: ActValues,
): Needs =>
  steps
    .map((step) => needsOf(step, state, values))
    .reduce(
      (all, one) => ({
        impact: all.impact || one.impact,
        preservation: all.preservation || one.preservation,
        despite: all.despite || one.despite,
        why: all.why || one.why,
        to: all.to || one.to,
      }),
      { impact: false, preservation: false, despite: false, why: false, to: false },
    );

export const bodiesOf = (
  steps: readonly PlanStep[],
  state: ActionState,
  values: ActValues,
  zone: string,
  touched: boolean,
): ActBody[] => steps.map((step) => actBody(step, state, values, zone, touched));

// Those that were not written, with why.
export const refusedOf = ({ items }: Outcomes) =>
  items.flatMap((one) => (one.problem ? [{ key: keyOf(one), problem: one.problem }] : []));

export const lastWritten = ({ items }: Outcomes) =>
  items.findLast(({ receipt }) => receipt)?.receipt;

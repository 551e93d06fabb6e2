// What the form of an action holds, and what it sends.
import type { ActBody, ActionState, PlanStep } from "../../api/types";
import { fromWallClock } from "../../parts/time";

export interface ActValues {
  occurred: string; // wall clock of the incident's zone
  why: string;
  effect: string;
  to: string;
  due: string;
  acceptedBy: string;
  saved: "yes" | "no" | ""; // nobody has said yet
  savedBy: string; // or who does without
}

export const blankAct = (now: string, me: string): ActValues => ({
  occurred: now,
  why: "",
  effect: "",
  to: "",
  due: "",
  acceptedBy: me,
  saved: "",
  savedBy: me,
});

// What the server will ask for before it takes this.
export interface Needs {
  impact: boolean;
  preservation: boolean;
  despite: boolean;
  why: boolean;
  to: boolean;
}

const carriesOut: readonly ActionState[] = ["in-progress", "done", "partial"];
const needsWhy: readonly ActionState[] = [
  "partial",
  "impossible",
  "not-applicable",
  "delegated",
  "postponed",
];

export function needsOf(step: PlanStep, state: ActionState, values: ActValues): Needs {
  const blocked = (kind: string) =>
    carriesOut.includes(state) && step.blockers.some((blocker) => blocker.kind === kind);
  const preservation = blocked("preservation");
  const despite = blocked("prerequisite");
  const waived = preservation && values.saved === "no";
  return {
    impact: blocked("impact"),
    preservation,
    despite,
    why: needsWhy.includes(state) || despite || waived,
    to: state === "delegated",
  };
}

export type Wrong = "saved" | "why" | "to" | "occurred" | "due" | null;

export function wrongOf(needs: Needs, values: ActValues, zone: string): Wrong {
  if (fromWallClock(values.occurred, zone) === null) return "occurred";
  if (values.due && fromWallClock(values.due, zone) === null) return "due";
  if (needs.to && !values.to.trim()) return "to";
  if (needs.preservation && values.saved === "") return "saved";
  return needs.why && !values.why.trim() ? "why" : null;
}

// `touched`: the person set the time themselves; else the server's clock dates the line.
export function actBody(
  step: PlanStep,
  state: ActionState,
  values: ActValues,
  zone: string,
  touched: boolean,
): ActBody {
  const needs = needsOf(step, state, values);
  const said = {
    account: step.account,
    why: values.why.trim(),
    effect: values.effect.trim(),
    to: needs.to ? values.to.trim() : "",
    due: (values.due && fromWallClock(values.due, zone)) || "",
    occurred: (touched && fromWallClock(values.occurred, zone)) || "",
    accept_impact: needs.impact ? values.acceptedBy.trim() : "",
    preserved_by: needs.preservation && values.saved === "yes" ? values.savedBy.trim() : "",
    waived_by: needs.preservation && values.saved === "no" ? values.savedBy.trim() : "",
  };
  const present = Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ""));
  return { item: step.item, state, ...present, ...(needs.despite ? { despite: true } : {}) };
}

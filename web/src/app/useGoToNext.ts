import { useLocation } from "wouter";

import { usePlan } from "../api/queries";
import { pathOf, stepPath, useThisIncident } from "./incident";

// Goes to the first action that can be done now, and takes the focus there.
export function useGoToNext() {
  const incident = useThisIncident().id;
  const next = usePlan(incident).data?.next;
  const [, go] = useLocation();
  return () => {
    go(next ? stepPath(incident, next.item, next.account) : pathOf(incident, "act"));
    setTimeout(() => document.querySelector<HTMLElement>("main h1")?.focus());
  };
}

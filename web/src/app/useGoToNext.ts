import { useLocation } from "wouter";

import { usePlan } from "../api/queries";
import { pathOf, stepPath, useThisIncident } from "./incident";

// Goes to the first action that can be done now.
export function useGoToNext() {
  const incident = useThisIncident().id;
  const next = usePlan(incident).data?.next;
  const [, go] = useLocation();
  return () => go(next ? stepPath(incident, next.item, next.account) : pathOf(incident, "act"));
}

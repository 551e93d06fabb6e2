import { createContext, useContext } from "react";

import type { Person, TaggedIncident } from "../api/types";

export const IncidentContext = createContext<TaggedIncident | null>(null);

// The incident whose screens these are. Only the screens of an incident may ask.
export function useThisIncident(): TaggedIncident {
  const incident = useContext(IncidentContext);
  if (!incident) throw new Error("no incident here");
  return incident;
}

export const screens = [
  "act",
  "qualify",
  "log",
  "clocks",
  "contacts",
  "handover",
  "findings",
  "evidence",
  "pictures",
  "print",
  "status",
  "webhooks",
] as const;
export type Screen = (typeof screens)[number];

// Those that somebody in that role has a use for; the others say why not.
export const screensOf = (role: Person["role"]) =>
  screens.filter((screen) => screen !== "webhooks" || role === "lead");

export const pathOf = (incident: string, screen: Screen) =>
  `/incident/${encodeURIComponent(incident)}/${screen}`;

// A step, and for which account: what the address of the Act screen holds.
export const stepPath = (incident: string, item: string, account: string) =>
  `${pathOf(incident, "act")}?${new URLSearchParams({ step: item, ...(account && { account }) })}`;

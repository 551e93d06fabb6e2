// The hours of the week: Monday is 0, the hours are those of the zone that the analysis counted in.
import type { SignIns } from "../../api/types";

export type Hour = SignIns["hours"][number];

export const atNight = ({ day, hour }: Pick<Hour, "day" | "hour">) =>
  day > 4 || hour < 8 || hour >= 20;

export const signInsIn = ({ successes, failures }: Pick<Hour, "successes" | "failures">) =>
  successes + failures;

export const sumOf = (hours: readonly Hour[], of: (hour: Hour) => number) =>
  hours.reduce((sum, hour) => sum + of(hour), 0);

// The hours in which the intruder was there, the most frequented first.
export const intrudersHours = (hours: readonly Hour[]) =>
  hours.filter(({ intruder }) => intruder > 0).toSorted((a, b) => b.intruder - a.intruder);

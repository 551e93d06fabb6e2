import { expect, test } from "vitest";

import { fromWallClock, spell, wallClock } from "./time";

test("a wall clock of the zone goes to RFC 3339 with its offset, and back", () => {
  expect(fromWallClock("2026-11-22T03:12:05", "Europe/Paris")).toBe("2026-11-22T03:12:05+01:00");
  expect(fromWallClock("2026-07-22T03:12", "Europe/Paris")).toBe("2026-07-22T03:12:00+02:00");
  expect(fromWallClock("2026-07-22T03:12", "America/Cayenne")).toBe("2026-07-22T03:12:00-03:00");
  expect(wallClock(new Date("2026-11-22T02:12:05Z"), "Europe/Paris")).toBe("2026-11-22T03:12:05");
});

test("an hour that happens twice is its first", () => {
  expect(fromWallClock("2026-10-25T02:30", "Europe/Paris")).toBe("2026-10-25T02:30:00+02:00");
});

test("just after the clocks changed, the new offset holds", () => {
  expect(fromWallClock("2026-03-29T03:30", "Europe/Paris")).toBe("2026-03-29T03:30:00+02:00");
  expect(fromWallClock("2026-10-25T03:30", "Europe/Paris")).toBe("2026-10-25T03:30:00+01:00");
});

test("what is no date is refused", () => {
  expect(fromWallClock("", "Europe/Paris")).toBeNull();
  expect(fromWallClock("soon", "Europe/Paris")).toBeNull();
});

test("a time that runs is spelt in hours without end", () => {
  expect(spell(3_600_000 * 30 + 65_000)).toBe("30:01:05");
  expect(spell(-5)).toBe("0:00:00");
});

import { describe, expect, test } from "vitest";

import { spread } from "./labels";
import { landRings, type Position } from "./land";
import { focusOf, speedOf, viewOf, width, within } from "./map";

describe("the map", () => {
  test("closes every ring of the land, within the globe", () => {
    const rings = landRings();
    expect(rings.length).toBeGreaterThan(100);
    for (const ring of rings) {
      expect(ring.at(-1)?.[0]).toBeCloseTo(ring[0]?.[0] ?? NaN);
      expect(ring.at(-1)?.[1]).toBeCloseTo(ring[0]?.[1] ?? NaN);
      for (const [east, north] of ring) {
        expect(Math.abs(east)).toBeLessThanOrEqual(180.001);
        expect(Math.abs(north)).toBeLessThanOrEqual(90);
      }
    }
  });
  test.each<[string, Position[]]>([
    ["one town", [[4.8, 45.8]]],
    [
      "two towns of a country",
      [
        [4.8, 45.8],
        [2.3, 48.9],
      ],
    ],
    [
      "the whole world",
      [
        [-175, -50],
        [178, 70],
        [4.8, 45.8],
      ],
    ],
    [
      "far north",
      [
        [20, 78],
        [25, 79],
      ],
    ],
    [
      "across the Pacific",
      [
        [-122, 37],
        [139, 35],
      ],
    ],
  ])("shows %s whole", (_, positions) => {
    const view = viewOf(positions);
    expect(view.height).toBeGreaterThan(300);
    for (const position of positions) {
      const { x, y } = view.at(position);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(view.height);
    }
  });
  test("is drawn around the intruder's places and the usual ones; the rest stands at its edge", () => {
    const place = (city: string, successes: number, intruder = 0) =>
      ({ city, successes, failures: 0, intruder }) as Parameters<typeof focusOf>[0][number];
    const places = [
      place("Lyon", 960),
      place("New York", 5),
      place("Lille", 1, 1),
      place("Nice", 2),
    ];
    expect(focusOf(places).map(({ city }) => city)).toEqual(["Lyon", "Lille"]);
    const view = viewOf([[4.8, 45.8]]);
    const far = within(view, [-74, 41]);
    expect(far.beyond).toBe("←");
    expect(far.x).toBeGreaterThan(0);
    expect(within(view, [5, 46]).beyond).toBe("");
  });
  test("puts names that would lie on each other below one another", () => {
    const label = { x: 10, y: 20, end: false, text: "Lyon, France" };
    const [first, second, far] = spread([label, label, { ...label, x: 500 }]);
    expect(first?.y).toBe(20);
    expect(second?.y).toBeGreaterThan(30);
    expect(far?.y).toBe(20);
  });
  test("measures speeds, never over no time at all", () => {
    const end = { address: "192.0.2.1", country: "FR", city: "", point: null };
    const at = "2026-04-21T00:00:00Z";
    const journey = { account: "a", from: end, to: end, left: at, arrived: at, kilometres: 600 };
    expect(speedOf(journey)).toBe(36_000);
    expect(speedOf({ ...journey, arrived: "2026-04-21T02:00:00Z" })).toBe(300);
  });
});

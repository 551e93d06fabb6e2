// From degrees to pixels: the part of the world that holds all that is to be shown.
import type { SignIns } from "../../api/types";
import type { Position } from "./land";

export const width = 960;
const margin = 5; // degrees around what is shown
const leastSpan = 24; // degrees from west to east: closer, the outline is too coarse to tell anything
const [southmost, northmost] = [-58, 80];
const flattest = 2.4; // width over height, at most
const tallest = 1.6; // and at least

export interface View {
  height: number;
  at: (position: Position) => { x: number; y: number };
}

const clamp = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));

// A plain map, true to scale on the parallel in its middle.
export function viewOf(positions: readonly Position[]): View {
  const easts = positions.map(([east]) => east);
  const norths = positions.map(([, north]) => north);
  const middle: Position = [
    (Math.min(...easts) + Math.max(...easts)) / 2,
    (Math.min(...norths) + Math.max(...norths)) / 2,
  ];
  const squeeze = Math.cos((clamp(middle[1], -60, 60) * Math.PI) / 180);
  const tall = Math.max(...norths) - Math.min(...norths) + 2 * margin;
  const wide = Math.max(Math.max(...easts) - Math.min(...easts) + 2 * margin, leastSpan);
  // As wide as asked; wider when what is to be shown is tall.
  const span = Math.min(360, Math.max(wide, (tall / squeeze) * tallest));
  const scale = width / span;
  const height = clamp((tall / squeeze) * scale, width / flattest, width / tallest);
  const west = clamp(middle[0] - span / 2, -180, 180 - span);
  const reach = (height / scale) * squeeze;
  const north = clamp(middle[1] + reach / 2, southmost + reach, northmost);
  return {
    height,
    at: ([e, n]) => ({ x: (e - west) * scale, y: ((north - n) / squeeze) * scale }),
  };
}

type Place = SignIns["places"][number];
const shown = 0.95; // of the sign-ins: far places that make up the rest stand at the edge
export const totalOf = ({ successes, failures }: Place) => successes + failures;

// The places that the map is drawn around: the intruder's, and the most frequented ones.
export function focusOf(places: readonly Place[]): Place[] {
  const all = places.reduce((sum, place) => sum + totalOf(place), 0);
  let before = 0;
  return places
    .toSorted((a, b) => totalOf(b) - totalOf(a))
    .filter((place) => {
      const counts = place.intruder > 0 || before < all * shown;
      before += totalOf(place);
      return counts;
    });
}

const edge = 14; // pixels between the frame and what stands at it

// Within the frame; what lies beyond stands at its edge, and `beyond` points there.
export function within({ at, height }: View, position: Position) {
  const { x, y } = at(position);
  const inside = { x: clamp(x, edge, width - edge), y: clamp(y, edge, height - edge) };
  const beyond = x < 0 ? "←" : x > width ? "→" : y < 0 ? "↑" : y > height ? "↓" : "";
  return { ...inside, beyond };
}

export function pathOf(ring: readonly Position[], { at }: View): string {
  return ring
    .map((position, place) => {
      const { x, y } = at(position);
      return `${place === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("")
    .concat("Z");
}

// A bow from one place to another: two journeys on the same road, there and back, stay apart.
export function bowOf(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const top = { x: (from.x + to.x) / 2 + dy * 0.18, y: (from.y + to.y) / 2 - dx * 0.18 };
  return `M${from.x} ${from.y} Q${top.x} ${top.y} ${to.x} ${to.y}`;
}

type Point = SignIns["places"][number]["point"];
export const positionOf = (point: NonNullable<Point>): Position => [
  point.east / 100,
  point.north / 100,
];

const hour = 3_600_000;

// What somebody would have to fly at.
export const speedOf = ({ left, arrived, kilometres }: SignIns["journeys"][number]) =>
  kilometres / Math.max((Date.parse(arrived ?? "") - Date.parse(left ?? "")) / hour, 1 / 60);

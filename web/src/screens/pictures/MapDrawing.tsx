import type { SignIns } from "../../api/types";
import { landRings } from "./land";
import {
  bowOf,
  focusOf,
  pathOf,
  positionOf,
  totalOf,
  type View,
  viewOf,
  width,
  within,
} from "./map";
import { spread } from "./labels";

const named = 18; // places with their name beside them; the table holds all
const drawn = 30; // journeys

type Place = SignIns["places"][number];

interface Props {
  counts: SignIns;
  nameOf: (place: { country: string; city: string }) => string;
}

// A disc is a place; the larger, the more sign-ins. A diamond: the intruder was there. A dashed bow
// with a head: a journey that nobody can have made.
export function MapDrawing({ counts, nameOf }: Props) {
  const placed = counts.places.flatMap((place) =>
    place.point ? [{ place, position: positionOf(place.point) }] : [],
  );
  const journeys = counts.journeys
    .slice(0, drawn)
    .flatMap(({ from, to }) =>
      from.point && to.point ? [{ from: positionOf(from.point), to: positionOf(to.point) }] : [],
    );
  const focus = focusOf(placed.map(({ place }) => place));
  const around = [
    ...placed.filter(({ place }) => focus.includes(place)).map(({ position }) => position),
    ...journeys.flatMap(({ from, to }) => [from, to]),
  ];
  if (around.length === 0) return null;
  const view = viewOf(around);
  const most = Math.max(...counts.places.map(totalOf));
  const marks = placed.map(({ place, position }) => ({
    place,
    ...within(view, position),
    size: 5 + 13 * Math.sqrt(totalOf(place) / most),
  }));
  const labels = spread(
    marks.slice(0, named).map(({ place, x, y, size, beyond }) => ({
      x: x > width - 190 ? x - size - 4 : x + size + 4,
      y: y + 5,
      end: x > width - 190,
      text: [beyond, nameOf(place)].filter(Boolean).join(" "),
    })),
  );
  return (
    <svg className="drawing map" viewBox={`0 0 ${width} ${view.height}`} aria-hidden="true">
      <Land view={view} />
      {journeys.map(({ from, to }, place) => (
        <path
          key={place}
          className="pic-journey"
          d={bowOf(view.at(from), view.at(to))}
          markerEnd="url(#arrow-head)"
        />
      ))}
      {marks.toReversed().map(({ place, x, y, size }) => (
        <Mark key={`${place.country} ${place.city}`} place={place} x={x} y={y} size={size} />
      ))}
      {labels.map(({ x, y, end, text }) => (
        <text key={text} className="pic-text haloed" x={x} y={y} textAnchor={end ? "end" : "start"}>
          {text}
        </text>
      ))}
    </svg>
  );
}

const Land = ({ view }: { view: View }) => (
  <>
    <defs>
      <marker
        id="arrow-head"
        viewBox="0 0 10 10"
        refX={9}
        refY={5}
        markerWidth={7}
        markerHeight={7}
        orient="auto"
      >
        <path className="pic-head" d="M0 0 L10 5 L0 10 z" />
      </marker>
    </defs>
    <rect className="pic-sea" width={width} height={view.height} />
    <path
      className="pic-land"
      d={landRings()
        .map((ring) => pathOf(ring, view))
        .join("")}
    />
  </>
);

function Mark({ place, x, y, size }: { place: Place; x: number; y: number; size: number }) {
  if (place.intruder === 0) return <circle className="pic-place" cx={x} cy={y} r={size} />;
  const reach = size + 4;
  return (
    <path
      className="pic-place intruder"
      d={`M${x} ${y - reach} L${x + reach} ${y} L${x} ${y + reach} L${x - reach} ${y} Z`}
    />
  );
}

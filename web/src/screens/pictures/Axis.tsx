import { type Scale, type Stretch, day, ticksOf } from "./scale";
import { useIncidentTime } from "./useIncidentTime";

const apart = 90; // pixels between two ticks
const label = 45; // pixels that what stands at a tick takes

interface Props {
  scale: Scale;
  y: number;
  height: number; // of the lines that the ticks draw, above and below
}

// The time axis: ticks in the incident's zone, two strokes where the axis is cut.
export const Axis = ({ scale, y, height }: Props) =>
  scale.stretches.map((stretch, place) => (
    <g key={stretch.from}>
      <line className="pic-axis" x1={stretch.left} x2={stretch.right} y1={y} y2={y} />
      {place > 0 && (
        <path
          className="pic-break"
          d={`M${stretch.left - 24} ${y + 7} l6 -14 M${stretch.left - 16} ${y + 7} l6 -14`}
        />
      )}
      <Ticks stretch={stretch} scale={scale} y={y} height={height} />
    </g>
  ));

function Ticks({ stretch, scale, y, height }: Props & { stretch: Stretch }) {
  const { hourOf, dayOf, offsetOf } = useIncidentTime();
  const { moments, step } = ticksOf(stretch, apart, offsetOf(stretch.from));
  return moments.map((moment, place) => {
    const x = scale.at(moment);
    const before = moments[place - 1];
    const last = x + label > stretch.right && x - label > stretch.left;
    const text = { x: last ? x - 3 : x + 3, textAnchor: last ? "end" : "start" } as const;
    const newDay = before === undefined || dayOf(before) !== dayOf(moment);
    return (
      <g key={moment}>
        <line className="pic-grid" x1={x} x2={x} y1={y - height} y2={y + height} />
        {step < day && (
          <text className="pic-text" {...text} y={y - 5}>
            {hourOf(moment)}
          </text>
        )}
        {newDay && (
          <text className="pic-text strong" {...text} y={y + 15}>
            {dayOf(moment)}
          </text>
        )}
      </g>
    );
  });
}

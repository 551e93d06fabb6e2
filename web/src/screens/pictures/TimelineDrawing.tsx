import { useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { Axis } from "./Axis";
import type { Act, Timeline } from "./timeline";

const lane = 30; // pixels
const top = 22;
const between = 34; // the axis' own band

interface Props {
  timeline: Timeline;
  left: number;
  right: number;
}

export function TimelineDrawing({ timeline, left, right }: Props) {
  const { pictures } = useWords();
  const { opened } = useThisIncident();
  const { lanes, doings, dues, scale } = timeline;
  const axis = top + lanes.length * lane + 18;
  const ours = axis + between;
  const height = ours + lane + (dues.length > 0 ? lane + 6 : 0);
  const at = (moment: number) => scale.at(moment);
  return (
    <svg className="drawing" viewBox={`0 0 960 ${height}`} aria-hidden="true">
      <text className="pic-text strong attack" x={4} y={14}>
        {pictures.timeline.attack}
      </text>
      {lanes.map(({ account, acts }, place) => (
        <Lane
          key={account}
          name={account ? (account.split("@")[0] ?? account) : pictures.timeline.others}
          acts={acts}
          y={top + place * lane + lane / 2}
          left={left}
          right={right}
          at={at}
        />
      ))}
      <Axis scale={scale} y={axis} height={height} />
      <text className="pic-text strong ours" x={4} y={ours + 5}>
        {pictures.timeline.us}
      </text>
      <line className="pic-lane" x1={left} x2={right} y1={ours} y2={ours} />
      {opened && <Opened x={at(Date.parse(opened))} y={ours} label={pictures.timeline.opened} />}
      {doings.map((one) => (
        <rect
          key={`${one.at} ${one.item} ${one.account}`}
          className={one.state === "done" ? "pic-done" : "pic-other"}
          x={at(one.at) - 6}
          y={ours - 6}
          width={12}
          height={12}
        />
      ))}
      {dues.map((due) => (
        <text
          key={`${due.title} ${due.at}`}
          className="pic-text"
          x={at(due.at)}
          y={ours + lane + 10}
          textAnchor={at(due.at) > 700 ? "end" : "start"}
        >
          {`⚑ ${due.title}`}
        </text>
      ))}
    </svg>
  );
}

interface LaneProps {
  name: string;
  acts: readonly Act[];
  y: number;
  left: number;
  right: number;
  at: (moment: number) => number;
}

const Lane = ({ name, acts, y, left, right, at }: LaneProps) => (
  <g>
    <text className="pic-text" x={4} y={y + 5}>
      {name.slice(0, 24)}
    </text>
    <line className="pic-lane" x1={left} x2={right} y1={y} y2={y} />
    {acts.map((act) => (
      <g key={`${act.at} ${act.title}`}>
        {act.until > act.at && (
          <line className="pic-span" x1={at(act.at)} x2={at(act.until)} y1={y} y2={y} />
        )}
        <Mark x={at(act.at)} y={y} severity={act.severity} />
      </g>
    ))}
  </g>
);

function Mark({ x, y, severity }: { x: number; y: number; severity: Act["severity"] }) {
  if (severity === "critical")
    return <path className="pic-attack" d={`M${x} ${y - 9} l8 9 l-8 9 l-8 -9 z`} />;
  const shape = severity === "high" ? "pic-attack" : "pic-attack hollow";
  return <circle className={shape} cx={x} cy={y} r={5.5} />;
}

const Opened = ({ x, y, label }: { x: number; y: number; label: string }) => (
  <g>
    <line className="pic-opened" x1={x} x2={x} y1={y - 14} y2={y + 14} />
    <text
      className="pic-text"
      x={x > 800 ? x - 6 : x + 6}
      y={y + 18}
      textAnchor={x > 800 ? "end" : "start"}
    >
      {label}
    </text>
  </g>
);

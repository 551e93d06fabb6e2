import { useFindings } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { type Flow, flowsOf } from "./links";
import { Picture } from "./Picture";
import { useIncidentTime } from "./useIncidentTime";

const lane = 58;
const most = 10;

export function FlowsPicture() {
  const { pictures } = useWords();
  const { flows: words } = pictures;
  const { id } = useThisIncident();
  const { zone, whole } = useIncidentTime();
  const flows = flowsOf(useFindings(id).data ?? []);
  const outside = [...new Set(flows.map(({ to }) => to))].join(", ");
  return (
    <Picture
      title={words.title}
      says={flows.length > 0 ? words.sentence(flows.length, outside) : words.none}
      columns={[words.from, words.by, words.to, pictures.when(zone)]}
      rows={flows.map((flow) => [
        flow.from || words.everyone,
        words.ways[flow.way],
        flow.to,
        flow.at ? whole(Date.parse(flow.at)) : "",
      ])}
    >
      {flows.length > 0 && <Arrows flows={flows.slice(0, most)} />}
    </Picture>
  );
}

// Box, arrow, box: from, by what, to whom.
function Arrows({ flows }: { flows: readonly Flow[] }) {
  const { pictures } = useWords();
  const { flows: words } = pictures;
  return (
    <svg className="drawing" viewBox={`0 0 960 ${flows.length * lane}`} aria-hidden="true">
      {flows.map((flow, place) => {
        const y = place * lane + lane / 2;
        return (
          <g key={`${flow.from} ${flow.way} ${flow.to}`}>
            <Box x={4} y={y} text={flow.from || words.everyone} />
            <line className="pic-arrow" x1={330} x2={616} y1={y} y2={y} />
            <path className="pic-head" d={`M628 ${y} l-14 -7 l0 14 z`} />
            <text className="pic-text" x={472} y={y - 8} textAnchor="middle">
              {words.ways[flow.way]}
            </text>
            <Box x={632} y={y} text={flow.to} outside />
          </g>
        );
      })}
    </svg>
  );
}

interface BoxProps {
  x: number;
  y: number;
  text: string;
  outside?: boolean;
}

const Box = ({ x, y, text, outside = false }: BoxProps) => (
  <g>
    <rect
      className={outside ? "pic-box outside" : "pic-box"}
      x={x}
      y={y - 18}
      width={324}
      height={36}
      rx={8}
    />
    <text className="pic-text" x={x + 162} y={y + 5} textAnchor="middle">
      {text.length > 40 ? `${text.slice(0, 39)}…` : text}
    </text>
  </g>
);

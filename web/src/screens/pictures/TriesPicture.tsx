import { useFindings } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { Axis } from "./Axis";
import { Picture } from "./Picture";
import { brokenScale } from "./scale";
import { type Tries, triesOf } from "./signins";
import { useIncidentTime } from "./useIncidentTime";

const most = 14; // rows drawn; the table holds them all
const lane = 26;
const [left, right] = [178, 780];

export function TriesPicture() {
  const { pictures } = useWords();
  const { tries: words } = pictures;
  const { id } = useThisIncident();
  const { zone, whole } = useIncidentTime();
  const tries = triesOf(useFindings(id).data ?? []);
  const inside = tries.filter(({ gotIn }) => gotIn);
  const names = inside.map(({ account }) => account).join(", ");
  return (
    <Picture
      title={words.title}
      says={
        tries.length > 0 ? words.sentence(tries.length, inside.length, names) : pictures.nothing
      }
      columns={[
        pictures.account,
        words.kind,
        pictures.when(zone),
        pictures.until,
        words.outcome,
        pictures.address,
      ]}
      rows={tries.map((one) => [
        one.account,
        words.kinds[one.rule],
        whole(one.from),
        whole(one.to),
        one.gotIn ? words.gotIn : words.kept,
        one.addresses.join(", "),
      ])}
    >
      {tries.length > 0 && <Strips tries={tries} />}
    </Picture>
  );
}

function Strips({ tries }: { tries: readonly Tries[] }) {
  const { pictures } = useWords();
  const { tries: words } = pictures;
  const shown = tries.slice(0, most);
  const scale = brokenScale(
    tries.flatMap(({ from, to }) => [from, to]),
    left,
    right,
  );
  const axis = shown.length * lane + 24;
  const rest = tries.length - shown.length;
  return (
    <svg className="drawing" viewBox={`0 0 960 ${axis + 42}`} aria-hidden="true">
      <Axis scale={scale} y={axis} height={axis - 6} />
      {shown.map((one, place) => (
        <g key={`${one.account} ${one.rule} ${one.from}`}>
          <text className="pic-text" x={4} y={place * lane + 20}>
            {one.account.split("@")[0]?.slice(0, 24)}
          </text>
          <rect
            className={one.gotIn ? "pic-attack" : "pic-attack hollow"}
            x={scale.at(one.from)}
            y={place * lane + 8}
            width={Math.max(6, scale.at(one.to) - scale.at(one.from))}
            height={14}
          />
          <text className={`pic-text ${one.gotIn ? "strong" : ""}`} x={800} y={place * lane + 20}>
            {one.gotIn ? words.gotIn : words.kept}
          </text>
        </g>
      ))}
      {rest > 0 && (
        <text className="pic-text" x={4} y={axis + 36}>
          {pictures.left(rest)}
        </text>
      )}
    </svg>
  );
}

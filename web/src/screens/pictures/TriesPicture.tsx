import { useFindings, useSignIns } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { Axis } from "./Axis";
import { Picture } from "./Picture";
import { brokenScale, type Scale } from "./scale";
import { isSuspect, type Tries, triesOf } from "./tries";
import { useIncidentTime } from "./useIncidentTime";

const most = 14; // rows drawn; the table holds them all
const lane = 26;
const [left, right] = [178, 780];

export function TriesPicture() {
  const { pictures } = useWords();
  const { tries: words } = pictures;
  const { id } = useThisIncident();
  const { zone, whole } = useIncidentTime();
  const counts = useSignIns(id).data;
  const tries = triesOf(useFindings(id).data ?? [], counts?.streaks ?? []);
  const suspect = tries.filter(isSuspect);
  const inside = new Set(suspect.filter(({ gotIn }) => gotIn).map(({ account }) => account));
  const own = tries.length - suspect.length;
  return (
    <Picture
      title={words.title}
      says={
        [
          suspect.length > 0 &&
            words.sentence(
              new Set(suspect.map(({ account }) => account)).size,
              inside.size,
              [...inside].join(", "),
            ),
          own > 0 && words.own(own + (counts?.streaks_left_out ?? 0)),
        ]
          .filter(Boolean)
          .join(" ") || pictures.nothing
      }
      legend={words.legend}
      columns={[
        pictures.account,
        words.kind,
        pictures.when(zone),
        pictures.until,
        { title: words.failures, number: true },
        words.outcome,
        { title: words.addresses, number: true },
      ]}
      rows={tries.map((one) => [
        one.account,
        words.kinds[one.kind],
        whole(one.from),
        whole(one.to),
        one.failures ?? "",
        words.outcomes[outcomeOf(one)],
        one.addresses,
      ])}
    >
      {tries.length > 0 && <Strips tries={tries} />}
    </Picture>
  );
}

const outcomeOf = (one: Tries) =>
  isSuspect(one) ? (one.gotIn ? "gotIn" : "kept") : one.gotIn ? "signedIn" : "gaveUp";

function Strips({ tries }: { tries: readonly Tries[] }) {
  const { pictures } = useWords();
  const shown = tries.slice(0, most);
  const moments = shown.flatMap(({ from, to, success }) => [from, to, success ?? to]);
  const scale = brokenScale(moments, left, right);
  const axis = shown.length * lane + 24;
  const rest = tries.length - shown.length;
  return (
    <svg className="drawing" viewBox={`0 0 960 ${axis + 42}`} aria-hidden="true">
      <Axis scale={scale} y={axis} height={axis - 6} />
      {shown.map((one, place) => (
        <Strip
          key={`${one.account} ${one.kind} ${one.from}`}
          one={one}
          y={place * lane}
          scale={scale}
        />
      ))}
      {rest > 0 && (
        <text className="pic-text" x={4} y={axis + 36}>
          {pictures.left(rest)}
        </text>
      )}
    </svg>
  );
}

// Failures are a hollow bar with their number; the success after them a full square.
function Strip({ one, y, scale }: { one: Tries; y: number; scale: Scale }) {
  const { tries: words } = useWords().pictures;
  const [from, to] = [scale.at(one.from), scale.at(one.to)];
  const success = one.success ?? (one.gotIn ? one.to : null);
  const kind = isSuspect(one) ? "pic-attack" : "pic-other";
  return (
    <g>
      <text className="pic-text" x={4} y={y + 20}>
        {one.account.split("@")[0]?.slice(0, 24)}
      </text>
      <rect
        className={`${kind} hollow`}
        x={from}
        y={y + 8}
        width={Math.max(6, to - from)}
        height={14}
      />
      {success !== null && (
        <rect
          className={isSuspect(one) ? "pic-attack" : "pic-done"}
          x={Math.max(scale.at(success), from + 8)}
          y={y + 8}
          width={8}
          height={14}
        />
      )}
      <text
        className={`pic-text ${isSuspect(one) && one.gotIn ? "strong" : ""}`}
        x={800}
        y={y + 20}
      >
        {words.outcomes[outcomeOf(one)]}
        {one.failures !== null && ` (${one.failures} ✗)`}
      </text>
    </g>
  );
}

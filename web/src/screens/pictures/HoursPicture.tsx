import { useFindings } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { Picture } from "./Picture";
import { atNight, countByHour, hourAndDay, signInsOf } from "./signins";
import { useIncidentTime } from "./useIncidentTime";

const cell = 33;
const left = 110;
const top = 24;

export function HoursPicture() {
  const { pictures } = useWords();
  const { hours: words } = pictures;
  const { id } = useThisIncident();
  const { zone, whole } = useIncidentTime();
  const signIns = signInsOf(useFindings(id).data ?? []);
  const night = signIns.filter(({ at }) => atNight(hourAndDay(at, zone))).length;
  return (
    <Picture
      title={words.title}
      says={signIns.length > 0 ? words.sentence(signIns.length, night) : pictures.nothing}
      note={words.note}
      columns={[pictures.when(zone), words.day, pictures.account, pictures.what]}
      rows={signIns.map((one) => [
        whole(one.at),
        words.days[hourAndDay(one.at, zone).day],
        one.account,
        one.title,
      ])}
    >
      {signIns.length > 0 && <Grid counts={countByHour(signIns, zone)} />}
    </Picture>
  );
}

// A number in each hour that has some; the larger the square, the more of them.
function Grid({ counts }: { counts: readonly (readonly number[])[] }) {
  const { pictures } = useWords();
  const most = Math.max(...counts.flat());
  return (
    <svg
      className="drawing"
      viewBox={`0 0 ${left + 24 * cell + 4} ${top + 7 * cell + 4}`}
      aria-hidden="true"
    >
      <rect className="pic-work" x={left + 8 * cell} y={top} width={12 * cell} height={5 * cell} />
      {Array.from({ length: 24 }, (_, hour) => (
        <text
          key={hour}
          className="pic-text"
          x={left + hour * cell + cell / 2}
          y={16}
          textAnchor="middle"
        >
          {hour}
        </text>
      ))}
      {counts.map((row, day) => (
        <g key={pictures.hours.days[day]}>
          <text className="pic-text" x={4} y={top + day * cell + cell / 2 + 5}>
            {pictures.hours.days[day]}
          </text>
          {row.map((count, hour) => (
            <Hour
              key={hour}
              count={count}
              most={most}
              x={left + hour * cell}
              y={top + day * cell}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

function Hour({ count, most, x, y }: { count: number; most: number; x: number; y: number }) {
  const side = count === 0 ? 0 : 16 + (count / most) * (cell - 20);
  const middle = cell / 2;
  return (
    <g>
      <rect className="pic-cell" x={x} y={y} width={cell} height={cell} />
      {count > 0 && (
        <>
          <rect
            className="pic-attack"
            x={x + middle - side / 2}
            y={y + middle - side / 2}
            width={side}
            height={side}
          />
          <text className="pic-text on" x={x + middle} y={y + middle + 5} textAnchor="middle">
            {count}
          </text>
        </>
      )}
    </g>
  );
}

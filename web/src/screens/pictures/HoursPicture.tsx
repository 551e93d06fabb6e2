import { useSignIns } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useSpeech, useWords } from "../../words";
import { Picture } from "./Picture";
import { atNight, type Hour, intrudersHours, signInsIn, sumOf } from "./week";

const cell = 33;
const left = 110;
const top = 24;

// When people sign in, by hour of the week, and when the intruder did.
export function HoursPicture() {
  const { pictures } = useWords();
  const { hours: words } = pictures;
  const { id } = useThisIncident();
  const counts = useSignIns(id).data;
  const hours = counts?.hours ?? [];
  if (!counts || hours.length === 0) {
    return <Picture title={words.title} says={pictures.map.none} columns={[]} rows={[]} />;
  }
  const night = hours.filter(atNight);
  return (
    <Picture
      title={words.title}
      says={words.sentence(
        sumOf(hours, signInsIn),
        sumOf(night, signInsIn),
        sumOf(hours, (hour) => hour.intruder),
        sumOf(night, (hour) => hour.intruder),
      )}
      note={words.note(counts.zone)}
      legend={words.legend}
      columns={[
        words.day,
        words.hour,
        { title: pictures.map.successes, number: true },
        { title: pictures.map.failures, number: true },
        { title: pictures.map.intruder, number: true },
      ]}
      rows={hours.map((hour) => [
        words.days[hour.day],
        words.from(hour.hour),
        hour.successes,
        hour.failures,
        hour.intruder,
      ])}
    >
      <Grid hours={hours} />
    </Picture>
  );
}

// A number in each hour that has some; the larger the square, the more of them.
function Grid({ hours }: { hours: readonly Hour[] }) {
  const { pictures } = useWords();
  const most = Math.max(...hours.map(signInsIn));
  const theirs = new Set(intrudersHours(hours));
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
      {pictures.hours.days.map((name, day) => (
        <text key={name} className="pic-text" x={4} y={top + day * cell + cell / 2 + 5}>
          {name}
        </text>
      ))}
      {Array.from({ length: 7 * 24 }, (_, place) => (
        <rect
          key={place}
          className="pic-cell"
          x={left + (place % 24) * cell}
          y={top + Math.floor(place / 24) * cell}
          width={cell}
          height={cell}
        />
      ))}
      {hours.map((hour) => (
        <Square
          key={`${hour.day} ${hour.hour}`}
          hour={hour}
          most={most}
          theirs={theirs.has(hour)}
        />
      ))}
    </svg>
  );
}

function Square({ hour, most, theirs }: { hour: Hour; most: number; theirs: boolean }) {
  const { language } = useSpeech();
  const short = new Intl.NumberFormat(language, { notation: "compact" });
  const count = signInsIn(hour);
  const side = 8 + Math.sqrt(count / most) * (cell - 11);
  const [x, y] = [left + (hour.hour + 0.5) * cell, top + (hour.day + 0.5) * cell];
  return (
    <g>
      <rect className="pic-visits" x={x - side / 2} y={y - side / 2} width={side} height={side} />
      {theirs && (
        <path className="pic-corner" d={`M${x + cell / 2} ${y - cell / 2} l0 13 l-13 -13 Z`} />
      )}
      <text className="pic-text strong" x={x} y={y + 5} textAnchor="middle">
        {short.format(count)}
      </text>
    </g>
  );
}

import { useFindings, useSources } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { cellOf, type Coverage, coverageOf, covers, gapsOf } from "./coverage";
import { Picture } from "./Picture";
import { firstSign } from "./timeline";
import { useIncidentTime } from "./useIncidentTime";

const lane = 30;
const [left, right] = [178, 950];
const top = 24;

export function CoveragePicture() {
  const { pictures } = useWords();
  const { coverage: words } = pictures;
  const { id } = useThisIncident();
  const { zone, whole } = useIncidentTime();
  const coverage = coverageOf(useSources(id).data ?? []);
  const attack = firstSign(useFindings(id).data ?? []);
  const says = useSays(coverage, attack);
  const nameOf = (family: string) => words.families[family] ?? family;
  return (
    <Picture
      title={words.title}
      says={says}
      {...(coverage.undated.length > 0 ? { note: words.undated(coverage.undated.length) } : {})}
      legend={words.legend}
      columns={[
        words.family,
        `${words.first} (${zone})`,
        words.last,
        { title: words.files, number: true },
        words.gaps,
      ]}
      rows={coverage.families.map((family) => [
        nameOf(family.family),
        whole(family.first),
        whole(family.last),
        family.files.length,
        gapsOf(family)
          .map((gap) => `${whole(gap.from)} – ${whole(gap.to)} (${gap.reason})`)
          .join("; ") || words.noGap,
      ])}
    >
      {coverage.families.length > 0 && <Days coverage={coverage} attack={attack} nameOf={nameOf} />}
    </Picture>
  );
}

function useSays({ families }: Coverage, attack: number | null): string {
  const { pictures } = useWords();
  const { coverage: words } = pictures;
  const { dayAndYear } = useIncidentTime();
  if (families.length === 0) return words.none;
  const covering =
    attack === null
      ? []
      : families
          .filter((family) => covers(family, attack))
          .map(({ family }) => words.families[family] ?? family);
  const main = words.sentence(
    families.length,
    dayAndYear(Math.min(...families.map(({ first }) => first))),
    dayAndYear(Math.max(...families.map(({ last }) => last))),
    families.flatMap(gapsOf).length,
  );
  return `${main} ${words.attack(covering.join(", "))}`.trim();
}

interface DaysProps {
  coverage: Coverage;
  attack: number | null;
  nameOf: (family: string) => string;
}

function Days({ coverage: { families, columns, step }, attack, nameOf }: DaysProps) {
  const { dayOf } = useIncidentTime();
  const wide = (right - left) / columns.length;
  const every = Math.ceil(70 / wide);
  const height = top + families.length * lane;
  const start = columns[0] ?? 0;
  const x = (at: number) => left + ((at - start) / step) * wide;
  return (
    <svg className="drawing" viewBox={`0 0 960 ${height + 8}`} aria-hidden="true">
      {columns.map(
        (column, place) =>
          place % every === 0 && (
            <text key={column} className="pic-text" x={Math.min(x(column), 900)} y={14}>
              {dayOf(column)}
            </text>
          ),
      )}
      {families.map((family, place) => (
        <g key={family.family}>
          <text className="pic-text" x={4} y={top + place * lane + 18}>
            {nameOf(family.family)}
          </text>
          {columns.map((column) => (
            <rect
              key={column}
              className={`pic-day ${cellOf(family, column, step)}`}
              x={x(column) + 1}
              y={top + place * lane + 3}
              width={Math.max(2, wide - 2)}
              height={lane - 8}
            />
          ))}
        </g>
      ))}
      {attack !== null && (
        <line
          className="pic-first-sign"
          x1={x(attack)}
          x2={x(attack)}
          y1={top - 4}
          y2={height + 4}
        />
      )}
    </svg>
  );
}

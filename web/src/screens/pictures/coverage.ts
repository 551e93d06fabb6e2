// What the evidence covers, day by day, and where it is silent.
import type { Source } from "../../api/types";

const day = 86_400_000;
const mostColumns = 60; // days, then weeks, then months of 30 days

interface Span {
  from: number; // milliseconds
  to: number;
}
interface Gap extends Span {
  reason: string;
}

export interface Family {
  family: string;
  first: number;
  last: number;
  files: (Span & { gaps: Gap[] })[];
}

export interface Coverage {
  families: Family[];
  undated: Source[]; // how things stand, not what happened
  columns: number[]; // start of each, UTC
  step: number; // milliseconds
}

const gapOf = ({ from, to, reason }: Source["gaps"][number]): Gap[] =>
  from && to ? [{ from: Date.parse(from), to: Date.parse(to), reason: reason ?? "" }] : [];

export function coverageOf(sources: readonly Source[]): Coverage {
  const families = new Map<string, Family>();
  for (const source of sources) {
    if (!source.first || !source.last) continue;
    const file = {
      from: Date.parse(source.first ?? ""),
      to: Date.parse(source.last ?? ""),
      gaps: source.gaps.flatMap(gapOf),
    };
    const before = families.get(source.family ?? "none");
    families.set(source.family ?? "none", {
      family: source.family ?? "none",
      first: Math.min(before?.first ?? file.from, file.from),
      last: Math.max(before?.last ?? file.to, file.to),
      files: [...(before?.files ?? []), file],
    });
  }
  const list = [...families.values()].sort((a, b) => a.first - b.first);
  return {
    families: list,
    undated: sources.filter(({ first }) => !first),
    ...columnsOf(list),
  };
}

function columnsOf(families: readonly Family[]): Pick<Coverage, "columns" | "step"> {
  if (families.length === 0) return { columns: [], step: day };
  const from = Math.floor(Math.min(...families.map(({ first }) => first)) / day) * day;
  const to = Math.max(...families.map(({ last }) => last));
  const step =
    [1, 7, 30, 365].map((days) => days * day).find((one) => (to - from) / one <= mostColumns) ??
    365 * day;
  const columns = [];
  for (let column = from; column <= to; column += step) columns.push(column);
  return { columns, step };
}

export type Cell = "covered" | "gap" | "silent";

const meets = (span: Span, from: number, to: number) => span.from <= to && span.to >= from;

// What one file misses, another may hold: a gap is what no file of the family tells.
export function cellOf(family: Family, from: number, step: number): Cell {
  const to = from + step - 1;
  const there = family.files.filter((file) => meets(file, from, to));
  if (there.some((file) => !file.gaps.some((gap) => meets(gap, from, to)))) return "covered";
  return there.length > 0 ? "gap" : "silent";
}

export const covers = (family: Family, at: number) => cellOf(family, at, 1) === "covered";

// The gaps that no other file of the family fills.
export const gapsOf = (family: Family) =>
  family.files
    .flatMap(({ gaps }) => gaps)
    .filter((gap) => cellOf(family, gap.from, gap.to - gap.from + 1) === "gap");

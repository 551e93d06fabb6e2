import type { Recognised as Found } from "../api/types";
import { Tick } from "../parts/Tick";
import { useWords } from "../words";

interface Props {
  found: readonly Found[];
  left: readonly string[]; // what the person does not want
  leave: (left: string[]) => void;
}

// What was recognised in the text, to go with the line; each can be left out.
export function Recognised({ found, left, leave }: Props) {
  const { duty } = useWords();
  if (found.length === 0) return null;
  const turn = (value: string, on: boolean) =>
    leave(on ? left.filter((one) => one !== value) : [...left, value]);
  return (
    <fieldset className="recognised">
      <legend className="small">{duty.found}</legend>
      <div className="row">
        {found.map(({ kind, value }) => (
          <Tick
            key={`${kind} ${value}`}
            label={`${value} (${duty.kinds[kind] ?? kind})`}
            on={!left.includes(value)}
            say={(on) => turn(value, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}

// The fields of a line in which the names go.
export function namesOf(found: readonly Found[], left: readonly string[]) {
  const kept = found.filter(({ value }) => !left.includes(value));
  const of = (fits: (kind: string) => boolean) => [
    ...new Set(kept.filter(({ kind }) => fits(kind)).map(({ value }) => value)),
  ];
  const names = {
    accounts: of((kind) => kind === "account"),
    hosts: of((kind) => kind === "host"),
    indicators: of((kind) => kind !== "account" && kind !== "host"),
  };
  return Object.fromEntries(Object.entries(names).filter(([, list]) => list.length > 0));
}

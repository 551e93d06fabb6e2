import type { Piece } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { CopyButton } from "../../parts/Copy";
import { ScrollBox } from "../../parts/ScrollBox";
import { dayAndTime } from "../../parts/time";
import { useSpeech } from "../../words";
import { spellBytes } from "../../parts/bytes";

export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const { words, language } = useSpeech();
  const { zone } = useThisIncident();
  const { evidence } = words;
  if (pieces.length === 0) return <p className="soft">{evidence.none}</p>;
  return (
    <ScrollBox label={evidence.title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{evidence.name}</th>
            <th scope="col">{evidence.bytes}</th>
            <th scope="col">{evidence.sha256}</th>
            <th scope="col">{evidence.by}</th>
            <th scope="col">{evidence.when(zone)}</th>
          </tr>
        </thead>
        <tbody>
          {pieces.map((piece) => (
            <tr key={piece.entry}>
              <th scope="row">{piece.name}</th>
              <td className="number one-line">{spellBytes(piece.bytes, language)}</td>
              <td>
                <span className="row one-line">
                  <code title={piece.sha256}>{piece.sha256.slice(0, 12)}…</code>
                  <CopyButton text={piece.sha256} what={piece.name} />
                </span>
              </td>
              <td>{piece.who}</td>
              <td className="number">{dayAndTime(piece.when, zone, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

import type { Access } from "../../api/types";
import { ScrollBox } from "../../parts/ScrollBox";
import { dayAndTime } from "../../parts/time";
import { useSpeech } from "../../words";

interface Props {
  accesses: readonly Access[];
  zone: string;
  titleOf?: (incident: string) => string; // where several incidents are told of
}

// Who read what, the last first.
export function AccessTable({ accesses, zone, titleOf }: Props) {
  const { words, language } = useSpeech();
  const { accesses: said } = words;
  return (
    <ScrollBox label={said.title} tall>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{said.at(zone)}</th>
            <th scope="col">{said.who}</th>
            <th scope="col">{said.kind}</th>
            {titleOf && <th scope="col">{words.top.incident}</th>}
            <th scope="col">{said.what}</th>
            <th scope="col">{said.from}</th>
          </tr>
        </thead>
        <tbody>
          {accesses.map((access, place) => (
            <tr key={place}>
              <td className="number one-line">{dayAndTime(access.at, zone, language)}</td>
              <th scope="row">
                {access.person}
                {access.token_name && <span className="soft"> ({access.token_name})</span>}
              </th>
              <td>
                {access.kind === "export" ? (
                  <span className="tag warn">{said.kinds.export}</span>
                ) : (
                  said.kinds.read
                )}
              </td>
              {titleOf && <td>{access.incident && titleOf(access.incident)}</td>}
              <td className="code">{access.object || "—"}</td>
              <td className="number">{access.address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

import { Link } from "wouter";

import { useSheets } from "../../api/queries";
import type { WaysIn } from "../../api/types";
import { useWords } from "../../words";

interface Props {
  ways: WaysIn;
  ask: () => void;
}

// What someone sees, in their words; each line leads to the sheet that helps.
export function Ways({ ways, ask }: Props) {
  const words = useWords();
  const sheets = useSheets();
  const titleOf = (id: string) => sheets.data?.find((sheet) => sheet.id === id)?.title ?? "";
  return (
    <ul role="list" className="ways">
      {ways.ways.map((way) => (
        <li key={way.text}>
          <Link
            href={`/open/${way.sheet}?${new URLSearchParams({ seen: way.text })}`}
            className="way"
          >
            <strong>{way.text}</strong>
            <span className="soft small">{titleOf(way.sheet)}</span>
          </Link>
        </li>
      ))}
      <li>
        <button type="button" className="way unsure" onClick={ask}>
          <strong>{words.home.dontKnow}</strong>
          <span className="soft small">{words.home.dontKnowLead}</span>
        </button>
      </li>
    </ul>
  );
}

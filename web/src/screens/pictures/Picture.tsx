import type { ReactNode } from "react";

import { ScrollBox } from "../../parts/ScrollBox";
import { useWords } from "../../words";
import { type Column, DataTable } from "./DataTable";

interface Props {
  title: string;
  says: string; // the picture in one sentence
  note?: string; // what it leaves out
  legend?: string;
  columns: readonly Column[];
  rows: readonly (readonly ReactNode[])[];
  more?: { title: string; columns: readonly Column[]; rows: readonly (readonly ReactNode[])[] };
  children?: ReactNode; // the drawing; none when there is nothing to draw
}

// A drawing, the sentence that says the same, and its table. The drawing itself is not read aloud:
// the sentence and the table are.
export function Picture({ title, says, note, legend, columns, rows, more, children }: Props) {
  const { pictures: words } = useWords();
  return (
    <section className="card stack tight picture">
      <h2>{title}</h2>
      <figure className="stack tight">
        <figcaption>
          {says}
          {note && <span className="soft small"> {note}</span>}
        </figcaption>
        {children && <ScrollBox label={`${words.picture}, ${title}`}>{children}</ScrollBox>}
        {children && legend && (
          <p className="soft small legend" aria-hidden="true">
            {legend}
          </p>
        )}
      </figure>
      {rows.length > 0 && (
        <details>
          <summary>{words.data}</summary>
          <DataTable label={title} columns={columns} rows={rows} />
          {more && more.rows.length > 0 && (
            <>
              <h3>{more.title}</h3>
              <DataTable label={more.title} columns={more.columns} rows={more.rows} />
            </>
          )}
        </details>
      )}
    </section>
  );
}

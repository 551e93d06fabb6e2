import type { ReactNode } from "react";

import { ScrollBox } from "../../parts/ScrollBox";

export type Column = string | { title: string; number: true };

interface Props {
  label: string;
  columns: readonly Column[];
  rows: readonly (readonly ReactNode[])[];
}

// The first cell of a row names it.
export function DataTable({ label, columns, rows }: Props) {
  const isNumber = (place: number) => typeof columns[place] === "object";
  return (
    <ScrollBox label={label} tall>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => {
              const title = typeof column === "object" ? column.title : column;
              return (
                <th key={title} scope="col">
                  {title}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, place) =>
                place === 0 ? (
                  <th key={place} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={place} className={isNumber(place) ? "number" : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

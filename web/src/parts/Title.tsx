import type { ReactNode } from "react";

import { useTitle } from "./useTitle";

interface Props {
  title: string;
  incident?: string;
  lead?: string;
  children?: ReactNode;
}

// The head of a screen.
export function Title({ title, incident = "", lead, children }: Props) {
  const heading = useTitle(title, incident);
  return (
    <header className="row between">
      <div className="stack tight">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="soft measure">{lead}</p>}
      </div>
      {children}
    </header>
  );
}

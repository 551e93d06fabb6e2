import type { ReactNode } from "react";
import { Link } from "wouter";

import { useWords } from "../words";
import { AccountButton } from "./AccountButton";
import { Guarded } from "./Guarded";

// The pages outside an incident: beginning, choosing, opening.
export function PlainPage({ children }: { children: ReactNode }) {
  const words = useWords();
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="frame-top">
        <div className="top-line between">
          <Link href="/" className="brand">
            <img src="/icon.svg" alt="" />
            <span className="brand-name">{words.name}</span>
          </Link>
          <div className="top-tools">
            <AccountButton />
          </div>
        </div>
      </header>
      <main id="main" className="plain-page" tabIndex={-1}>
        <Guarded>{children}</Guarded>
      </main>
    </>
  );
}

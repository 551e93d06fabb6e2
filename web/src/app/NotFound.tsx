import { Link } from "wouter";

import { useWords } from "../words";

export function NotFound() {
  const words = useWords();
  return (
    <div className="stack">
      <h1>{words.notFound}</h1>
      <Link href="/">{words.goHome}</Link>
    </div>
  );
}

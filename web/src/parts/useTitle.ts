import { useEffect, useRef } from "react";

import { useWords } from "../words";
import { typing } from "./typing";

// The title of the page, and the focus on its heading when one comes from another screen; never away
// from somebody who types.
export function useTitle(screen: string, incident = "") {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const title = words.titleOf(screen, incident);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    if (moved && !typing(document.activeElement)) heading.current?.focus();
    moved = true;
  }, []);
  return heading;
}

// The first screen keeps the focus where the browser puts it.
let moved = false;

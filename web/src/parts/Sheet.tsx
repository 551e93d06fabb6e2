import { Suspense } from "react";

import { later } from "../app/later";
import type { SheetProps } from "./SheetWindow";

const SheetWindow = later(() => import("./SheetWindow"), "SheetWindow");

// A window over the page. Closing it loses nothing: what was typed is a draft. It comes after the
// first screen, with what it needs of React Aria.
export const Sheet = (props: SheetProps) =>
  props.open ? (
    <Suspense>
      <SheetWindow {...props} />
    </Suspense>
  ) : null;

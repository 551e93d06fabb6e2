import { createContext, type ReactNode, useContext, useState } from "react";

import type { Receipt } from "../api/types";
import { ReceiptLine } from "./Receipt";

const SavedContext = createContext<(receipt: Receipt) => void>(() => undefined);

// Says that a line was written once the form that wrote it has closed.
export const useSaved = () => useContext(SavedContext);

export function SavedProvider({ children }: { children: ReactNode }) {
  const [receipt, setReceipt] = useState<Receipt>();
  return (
    <SavedContext value={setReceipt}>
      {children}
      <div className={receipt ? "saved" : "only-read"}>
        <ReceiptLine saved={receipt} />
      </div>
    </SavedContext>
  );
}

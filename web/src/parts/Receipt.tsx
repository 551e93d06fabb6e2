import type { Receipt as Written } from "../api/types";
import { useWords } from "../words";
import { Trouble } from "./Trouble";

interface Props {
  sending: boolean;
  saved: Written | undefined;
  why: unknown;
  restored?: boolean;
  unkept?: boolean;
  discard?: (() => void) | undefined;
}

// How the writing stands. "Saved" is said only with what the server answered.
export function ReceiptLine({ sending, saved, why, restored, unkept, discard }: Props) {
  const words = useWords();
  return (
    <>
      <div className="dock-receipt" role="status">
        {sending && words.receipt.sending}
        {!sending && saved && (
          <span data-receipt={saved.entry}>
            <strong>✓ {words.receipt.saved(saved.entry)}</strong> · {words.receipt.hash}{" "}
            <code title={saved.leaf}>{saved.leaf.slice(0, 12)}</code>
          </span>
        )}
        {restored && words.receipt.restored}
        {restored && discard && (
          <button type="button" className="button quiet" onClick={discard}>
            {words.receipt.discard}
          </button>
        )}
        {unkept && words.line.storageFull}
      </div>
      {!sending && why != null && (
        <>
          <Trouble why={why} />
          <p className="small">
            <strong>{words.receipt.notSaved}</strong> {words.receipt.kept}
          </p>
        </>
      )}
    </>
  );
}

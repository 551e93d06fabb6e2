import { Problem } from "../api/client";
import type { Receipt as Written } from "../api/types";
import { useWords } from "../words";
import { Meanwhile } from "./Meanwhile";
import { Trouble } from "./Trouble";

// What useSend gives.
export interface Sending {
  isPending: boolean;
  error: unknown;
}

// What the form keeps (useDraft).
export interface KeptDraft {
  restored: boolean;
  unkept: boolean;
  drop: () => void;
}

interface Props {
  sending?: Sending;
  draft?: KeptDraft;
  saved?: Written | undefined; // nothing where another part says it
}

// How the writing stands. "Saved" is said only with what the server answered.
export function ReceiptLine({ sending, draft, saved }: Props) {
  const words = useWords();
  const pending = sending?.isPending === true;
  const why = sending?.error;
  return (
    <>
      <div className="dock-receipt" role="status">
        {pending && words.receipt.sending}
        {!pending && saved && (
          <span data-receipt={saved.entry}>
            <strong>✓ {words.receipt.saved(saved.entry)}</strong> · {words.receipt.hash}{" "}
            <code title={saved.leaf}>{saved.leaf.slice(0, 12)}</code>
          </span>
        )}
        {draft?.restored && (
          <>
            {words.receipt.restored}
            <button type="button" className="button quiet" onClick={draft.drop}>
              {words.receipt.discard}
            </button>
          </>
        )}
        {draft?.unkept && words.line.storageFull}
      </div>
      {!pending && why != null && (
        <>
          {why instanceof Problem && why.stale ? (
            <Meanwhile lines={why.stale.lines} />
          ) : (
            <Trouble why={why} />
          )}
          <p className="small">
            <strong>{words.receipt.notSaved}</strong> {words.receipt.kept}
          </p>
        </>
      )}
    </>
  );
}

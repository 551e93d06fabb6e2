import { useWords } from "../words";
import { type KeptDraft, ReceiptLine, type Sending } from "./Receipt";

interface Props {
  submit: string;
  sending: Sending;
  draft: KeptDraft;
  onClose: () => void;
}

// The end of a window that writes: how the writing stands, then write it, or leave it.
export function SayEnd({ submit, sending, draft, onClose }: Props) {
  const words = useWords();
  return (
    <>
      <ReceiptLine sending={sending} draft={draft} />
      <div className="row">
        <button className="button strong large" type="submit" disabled={sending.isPending}>
          {submit} <kbd>{words.keys.done}</kbd>
        </button>
        <button className="button" type="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </>
  );
}

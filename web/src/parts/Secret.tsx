import { useWords } from "../words";
import { CopyButton } from "./Copy";

// Told once: neither this browser nor the server keeps it as it is.
export function Secret({
  name,
  secret,
  close,
}: {
  name: string;
  secret: string;
  close: () => void;
}) {
  const { account: words } = useWords();
  return (
    <div className="notice warn stack tight" role="status">
      <strong>{words.secretOf(name)}</strong>
      <p>{words.once}</p>
      <p className="row">
        <code className="secret">{secret}</code>
        <CopyButton text={secret} what={name} />
      </p>
      <button type="button" className="button start" onClick={close}>
        {words.keptIt}
      </button>
    </div>
  );
}

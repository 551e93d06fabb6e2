import { Label, ProgressBar } from "react-aria-components";

import { spellBytes } from "../../parts/bytes";
import { Trouble } from "../../parts/Trouble";
import { useSpeech, useWords } from "../../words";
import { PreviewCard } from "./PreviewCard";
import type { Upload } from "./upload";
import type { Uploads } from "./useUploads";

// Where a file stands: on its way, looked at and waiting for a decision, or counting.
export function UploadLine({ upload, work }: { upload: Upload; work: Uploads }) {
  if (upload.why != null) return <Failed upload={upload} work={work} />;
  if (upload.receipt) return <Kept name={upload.name} receipt={upload.receipt} />;
  if (upload.preview) return <PreviewCard upload={upload} preview={upload.preview} work={work} />;
  return <Sending upload={upload} />;
}

function Failed({ upload, work }: { upload: Upload; work: Uploads }) {
  const { evidence: words, problem } = useWords();
  return (
    <div className="card stack tight">
      <strong>
        {upload.name} — {words.failed}
      </strong>
      <Trouble why={upload.why} />
      <div className="row">
        <button type="button" className="button" onClick={() => work.again(upload)}>
          {problem.retry}
        </button>
        <button type="button" className="button" onClick={() => work.giveUp(upload)}>
          {words.giveUp}
        </button>
      </div>
    </div>
  );
}

function Kept({ name, receipt }: { name: string; receipt: NonNullable<Upload["receipt"]> }) {
  const words = useWords();
  return (
    <p className="notice good">
      <strong>
        ✓ {name} — {words.receipt.saved(receipt.entry)}
      </strong>
      <br />
      <span className="small soft">
        {words.evidence.sha256} <code>{receipt.sha256}</code>
      </span>
    </p>
  );
}

function Sending({ upload }: { upload: Upload }) {
  const { words, language } = useSpeech();
  const part = upload.bytes ? upload.sent / upload.bytes : 1;
  return (
    <ProgressBar className="card progress" value={part * 100}>
      <Label>
        {upload.sha256 ? words.evidence.looking : words.evidence.sending} {upload.name} —{" "}
        {spellBytes(upload.sent, language)} / {spellBytes(upload.bytes, language)}
      </Label>
      <div className="bar">
        <div style={{ inlineSize: `${part * 100}%` }} />
      </div>
    </ProgressBar>
  );
}

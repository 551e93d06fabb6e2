import { Label, ProgressBar } from "react-aria-components";

import { Trouble } from "../../parts/Trouble";
import { useSpeech } from "../../words";
import { spellBytes } from "../../parts/bytes";
import type { Upload } from "./upload";

export function UploadLine({ upload }: { upload: Upload }) {
  const { words, language } = useSpeech();
  if (upload.why != null) {
    return (
      <div className="card stack tight">
        <strong>
          {upload.name} — {words.evidence.failed}
        </strong>
        <Trouble why={upload.why} />
      </div>
    );
  }
  if (upload.receipt) {
    return (
      <p className="notice good">
        <strong>
          ✓ {upload.name} — {words.receipt.saved(upload.receipt.entry)}
        </strong>
        <br />
        <span className="small soft">
          {words.evidence.sha256} <code>{upload.receipt.sha256}</code>
        </span>
      </p>
    );
  }
  const part = upload.bytes ? upload.sent / upload.bytes : 0;
  return (
    <ProgressBar className="card progress" value={part * 100}>
      <Label>
        {words.evidence.sending} {upload.name} — {spellBytes(upload.sent, language)} /{" "}
        {spellBytes(upload.bytes, language)}
      </Label>
      <div className="bar">
        <div style={{ inlineSize: `${part * 100}%` }} />
      </div>
    </ProgressBar>
  );
}

import { useMutation } from "@tanstack/react-query";

import type { Preview, Source } from "../../api/types";
import { spellBytes } from "../../parts/bytes";
import { ScrollBox } from "../../parts/ScrollBox";
import { Trouble } from "../../parts/Trouble";
import { useEvidenceTime } from "../../parts/useEvidenceTime";
import { useSpeech, useWords } from "../../words";
import type { Words } from "../../words/fr";
import { isTold } from "./told";
import type { Upload } from "./upload";
import type { Uploads } from "./useUploads";

interface Props {
  upload: Upload;
  preview: Preview;
  work: Uploads;
}

// What a file would say, before it counts. Its rows are text and nothing but text.
export function PreviewCard({ upload, preview, work }: Props) {
  const { words, language } = useSpeech();
  const { evidence } = words;
  const looking = useMutation({ mutationFn: () => work.lookAgain(upload) });
  return (
    <section className="card stack tight" aria-label={upload.name}>
      <h2>{evidence.before(upload.name)}</h2>
      <p>
        {spellBytes(preview.bytes, language)} · {evidence.sha256} <code>{upload.sha256}</code>
      </p>
      {!preview.whole && <p className="notice warn">{evidence.notWhole}</p>}
      <ul>
        {preview.sources.map((source) => (
          <li key={source.file}>
            <Recognised source={source} />
          </li>
        ))}
      </ul>
      <Rejects preview={preview} />
      {preview.rows.length > 0 && (
        <details open>
          <summary>{evidence.firstRows(preview.rows.length)}</summary>
          <ScrollBox label={evidence.firstRows(preview.rows.length)}>
            <pre className="rows">{preview.rows.join("\n")}</pre>
          </ScrollBox>
        </details>
      )}
      {looking.error && <Trouble why={looking.error} />}
      <div className="row">
        {isTold(work.told) && (
          <button
            type="button"
            className="button"
            disabled={looking.isPending}
            onClick={() => looking.mutate()}
          >
            {evidence.lookAgain}
          </button>
        )}
        <button type="button" className="button strong" onClick={() => work.keep(upload)}>
          {evidence.keep}
        </button>
        <button type="button" className="button" onClick={() => work.giveUp(upload)}>
          {evidence.giveUp}
        </button>
      </div>
    </section>
  );
}

function Recognised({ source }: { source: Source }) {
  const words = useWords();
  const { evidence } = words;
  const { shown, zoneOf } = useEvidenceTime();
  const { first, last, zoneless } = source;
  const isLocal = zoneless?.zone === null;
  return (
    <>
      <span className="code">{source.file}</span>
      {words.colon}
      <strong>{source.format || evidence.unknownFormat}</strong>, {evidence.rows(source.rows)}
      {first && last && (
        <>, {evidence.covers(shown(first, isLocal), shown(last, isLocal), zoneOf(isLocal))}</>
      )}
      {zoneless && <p className={isLocal ? "notice warn" : "soft"}>{saidOf(zoneless, evidence)}</p>}
    </>
  );
}

function saidOf({ dates, zone, from }: NonNullable<Source["zoneless"]>, said: Words["evidence"]) {
  if (zone === null) return said.zonelessUnknown(dates);
  return from === "told" ? said.zonelessTold(dates, zone) : said.zonelessAssumed(dates, zone);
}

function Rejects({ preview }: { preview: Preview }) {
  const { evidence: words, findings } = useWords();
  if (preview.rejected === 0) return <p className="soft">{words.noReject}</p>;
  return (
    <details>
      <summary>{words.rejected(preview.rejected)}</summary>
      <ul>
        {preview.rejects.map((reject, place) => (
          <li key={place}>
            {reject.line ? `${findings.row(reject.line)} — ` : ""}
            {reject.reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

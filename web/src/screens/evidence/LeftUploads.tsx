import { useQuery } from "@tanstack/react-query";

import { all, ofIncident } from "../../api/queries";
import { answered, api } from "../../api/client";
import { useThisIncident } from "../../app/incident";
import { spellBytes } from "../../parts/bytes";
import { Trouble } from "../../parts/Trouble";
import { useAsk } from "../../parts/useAsk";
import { useSpeech } from "../../words";
import { drop, type Upload } from "./upload";

// Begun before, by this person, and not ended: the same file dropped again goes on.
export function LeftUploads({ here }: { here: readonly Upload[] }) {
  const { words, language } = useSpeech();
  const { id } = useThisIncident();
  const dropping = useAsk((upload: string) => drop(id, upload), ofIncident(id));
  const left = (useUploadsLeft(id).data ?? []).filter(
    ({ upload, name }) => !here.some((one) => one.stand?.upload === upload || one.name === name),
  );
  if (left.length === 0) return null;
  return (
    <section className="notice warn stack tight">
      <strong>{words.evidence.leftOver}</strong>
      <p>{words.evidence.leftOverHint}</p>
      {dropping.error && <Trouble why={dropping.error} />}
      <ul role="list" className="stack tight">
        {left.map(({ upload, name, offset }) => (
          <li key={upload} className="row">
            <span className="code">{name}</span> {spellBytes(offset, language)}
            <button
              type="button"
              className="button"
              aria-label={`${words.evidence.giveUp}${words.colon}${name}`}
              onClick={() => dropping.mutate(upload)}
            >
              {words.evidence.giveUp}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const useUploadsLeft = (incident: string) =>
  useQuery({
    queryKey: [...ofIncident(incident), "uploads"],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/uploads", { params: { path: { incident }, query: all } }),
      ),
    select: (list) => list.items,
  });

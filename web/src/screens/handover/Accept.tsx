import type { Handover } from "../../api/types";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { useMe } from "../../app/me";
import { ReceiptLine } from "../../parts/Receipt";
import { plainly } from "../../parts/plainly";
import { useSaved } from "../../parts/saved";
import { dayAndTime } from "../../parts/time";
import { useDraft } from "../../parts/useDraft";
import { useSend } from "../../parts/useSend";
import { useSpeech } from "../../words";

// A hand-over that waits; whoever it is for accepts it here.
export function Accept({ waiting }: { waiting: Handover["handovers"][number] }) {
  const { words, language } = useSpeech();
  const { id, zone } = useThisIncident();
  const { me } = useMe();
  const tellSaved = useSaved();
  const draft = useDraft(`${id}/handover|accept`, {});
  const accepting = useSend(draft, writes.acceptHandover(id), tellSaved);
  const mine = plainly(waiting.to) === plainly(me.display_name);
  const when = waiting.proposed_at ? dayAndTime(waiting.proposed_at, zone, language) : "";
  return (
    <section className="notice warn stack tight">
      <p>
        <strong>{words.handover.waits(waiting.from, waiting.to, when)}</strong>
      </p>
      {waiting.text && <p>{waiting.text}</p>}
      {mine && (
        <button
          type="button"
          className="button strong large start"
          disabled={accepting.isPending}
          onClick={() => accepting.send({})}
        >
          {words.handover.accept}
        </button>
      )}
      {accepting.error != null && <ReceiptLine sending={accepting} />}
    </section>
  );
}

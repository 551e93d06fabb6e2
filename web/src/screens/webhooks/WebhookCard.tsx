import { useWebhookWrites, webhooksOf } from "../../api/webhooks";
import type { Webhook } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { dayAndTime } from "../../parts/time";
import { Trouble } from "../../parts/Trouble";
import { useAsk } from "../../parts/useAsk";
import { useSpeech } from "../../words";
import { Deliveries } from "./Deliveries";

export function WebhookCard({ webhook }: { webhook: Webhook }) {
  const { words, language } = useSpeech();
  const { webhooks: said } = words;
  const { id, zone } = useThisIncident();
  const { remove } = useWebhookWrites(id);
  const removing = useAsk(remove, webhooksOf(id));
  return (
    <section className="card stack tight" aria-label={webhook.name}>
      <div className="row between">
        <h2>{webhook.name}</h2>
        <span className={webhook.channel === "in-band" ? "tag" : "tag warn"}>
          {said.short[webhook.channel]}
        </span>
      </div>
      <p className="code">{webhook.url}</p>
      <p>{said.carries[webhook.channel]}</p>
      <p className="soft small">
        {said.madeBy(webhook.made_by, `${dayAndTime(webhook.made, zone, language)} (${zone})`)} ·{" "}
        {said.next(webhook.next)}
      </p>
      <Deliveries webhook={webhook} />
      {removing.error && <Trouble why={removing.error} />}
      <button
        type="button"
        className="button start"
        aria-label={said.removeOne(webhook.name)}
        disabled={removing.isPending}
        onClick={() => removing.mutate(webhook.webhook)}
      >
        {said.remove}
      </button>
    </section>
  );
}

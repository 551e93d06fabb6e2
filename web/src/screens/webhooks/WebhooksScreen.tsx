import { useState } from "react";

import { useWebhooks } from "../../api/webhooks";
import type { Webhook } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { useMe } from "../../app/me";
import { Loading } from "../../parts/Loading";
import { Notice } from "../../parts/Notice";
import { Secret } from "../../parts/Secret";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { AddWebhook } from "./AddWebhook";
import { WebhookCard } from "./WebhookCard";

// Which programs are told of the incident; a lead's decision, where the server allows any.
export function WebhooksScreen() {
  const { webhooks: words } = useWords();
  const incident = useThisIncident();
  const { me } = useMe();
  const leads = me.role === "lead";
  const webhooks = useWebhooks(incident.id, leads);
  if (leads && webhooks.isPending) return <Loading />;
  return (
    <div className="stack wide">
      <Title title={words.title} incident={incident.title} lead={words.lead} />
      {!leads && <p className="notice">{words.onlyLead}</p>}
      {webhooks.error && <Trouble why={webhooks.error} again={() => void webhooks.refetch()} />}
      {webhooks.data && <List webhooks={webhooks.data.items} hosts={webhooks.data.hosts} />}
    </div>
  );
}

function List({ webhooks, hosts }: { webhooks: readonly Webhook[]; hosts: readonly string[] }) {
  const { webhooks: words } = useWords();
  const [made, setMade] = useState<Webhook | null>(null);
  const off = hosts.length === 0;
  return (
    <>
      {off ? (
        <Notice kind="warn" title={words.off} lines={[words.offWhy]} />
      ) : (
        <p>{words.hosts(hosts.join(", "))}</p>
      )}
      {webhooks.length === 0 && <p className="soft">{words.none}</p>}
      {webhooks.map((webhook) => (
        <WebhookCard key={webhook.webhook} webhook={webhook} />
      ))}
      {made?.secret && <Secret name={made.name} secret={made.secret} close={() => setMade(null)} />}
      {!off && <AddWebhook onMade={setMade} />}
    </>
  );
}

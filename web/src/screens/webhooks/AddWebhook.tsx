import { useState } from "react";

import { useWebhookWrites, webhooksOf } from "../../api/webhooks";
import type { Webhook } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { Choice } from "../../parts/Choice";
import { Field } from "../../parts/Field";
import { Trouble } from "../../parts/Trouble";
import { useAsk } from "../../parts/useAsk";
import { useWords } from "../../words";

const channels = ["in-band", "out-of-band"] as const;
// The one that tells nothing, unless somebody says that the intruder does not read there.
const blank = { name: "", url: "", channel: channels[0] as Webhook["channel"] };

export function AddWebhook({ onMade }: { onMade: (webhook: Webhook) => void }) {
  const { webhooks: words } = useWords();
  const { id } = useThisIncident();
  const { add } = useWebhookWrites(id);
  const [values, setValues] = useState(blank);
  const change = (part: Partial<typeof blank>) => setValues({ ...values, ...part });
  const adding = useAsk(add, webhooksOf(id), (webhook) => {
    setValues(blank);
    onMade(webhook);
  });
  const { name, url, channel } = values;
  return (
    <form
      className="card stack"
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate({ name: name.trim(), url: url.trim(), channel });
      }}
    >
      <h2>{words.add}</h2>
      <Field
        label={words.name}
        hint={words.nameHint}
        value={name}
        say={(text) => change({ name: text })}
        maxLength={100}
        autoComplete="off"
        required
      />
      <Field
        label={words.url}
        type="url"
        value={url}
        say={(text) => change({ url: text })}
        maxLength={2048}
        autoComplete="off"
        required
      />
      <Choice
        label={words.channel}
        value={channel}
        options={channels.map((value) => ({ value, label: words.channels[value] }))}
        say={(value) => change({ channel: value })}
      />
      <p className="soft">{words.carries[channel]}</p>
      {adding.error && <Trouble why={adding.error} />}
      <button className="button strong start" type="submit" disabled={adding.isPending}>
        {words.submit}
      </button>
    </form>
  );
}

import { useState } from "react";

import { useDeliveries } from "../../api/webhooks";
import type { Delivery, Webhook } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { ScrollBox } from "../../parts/ScrollBox";
import { dayAndTime } from "../../parts/time";
import { Trouble } from "../../parts/Trouble";
import { useSpeech, useWords } from "../../words";

// What a program was told, or not; asked for only once it is unfolded.
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const { webhooks: words, findings } = useWords();
  const { id } = useThisIncident();
  const [open, setOpen] = useState(false);
  const deliveries = useDeliveries(id, webhook.webhook, open);
  const items = deliveries.data?.items ?? [];
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.deliveries}</summary>
      {deliveries.error && <Trouble why={deliveries.error} />}
      {deliveries.data && items.length === 0 && <p className="soft">{words.noDelivery}</p>}
      {items.length > 0 && (
        <>
          <p className="soft">{findings.shown(items.length, deliveries.data?.total ?? 0)}</p>
          <Table label={words.deliveriesOf(webhook.name)} deliveries={items} />
        </>
      )}
    </details>
  );
}

function Table({ label, deliveries }: { label: string; deliveries: readonly Delivery[] }) {
  const { words, language } = useSpeech();
  const { webhooks: said } = words;
  const { zone } = useThisIncident();
  const when = (time: string | null) => (time ? dayAndTime(time, zone, language) : "—");
  return (
    <ScrollBox label={label} tall>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{said.line}</th>
            <th scope="col">{said.state}</th>
            <th scope="col">{said.why}</th>
            <th scope="col">{said.tries}</th>
            <th scope="col">{said.at(zone)}</th>
            <th scope="col">{said.again(zone)}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((one) => (
            <tr key={one.entry}>
              <th scope="row">{one.entry}</th>
              <td>
                <span className={one.state === "delivered" ? "tag" : "tag warn"}>
                  {said.states[one.state]}
                </span>
              </td>
              <td>{[said.reasons[one.reason], one.status || ""].filter(Boolean).join(" ")}</td>
              <td className="number">{one.tries}</td>
              <td className="number">{when(one.at)}</td>
              <td className="number">{when(one.again)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

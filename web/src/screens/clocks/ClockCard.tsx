import { useState } from "react";

import { useIncidentContacts } from "../../api/queries";
import type { Clock } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { mayDeclare, useMe } from "../../app/me";
import { dayAndTime } from "../../parts/time";
import { useSpeech } from "../../words";
import { ClockHistory } from "./ClockHistory";
import { ClockSheet, type ClockStep } from "./ClockSheet";
import { TimeLeft } from "./TimeLeft";

const tones: Partial<Record<Clock["status"], string>> = {
  overdue: "danger",
  running: "warn",
  met: "good",
};

export function ClockCard({ clock }: { clock: Clock }) {
  const { words, language } = useSpeech();
  const { id, zone } = useThisIncident();
  const { me } = useMe();
  const [saying, setSaying] = useState<ClockStep | null>(null);
  const contact = useIncidentContacts(id).data?.find((one) => one.id === clock.contact);
  const running = clock.status === "running" || clock.status === "overdue";
  const steps: ClockStep[] = running ? ["met", "waive", "start"] : ["start", "waive", "met"];
  return (
    <section className="card stack" aria-label={clock.title}>
      <div className="stack tight">
        <p>
          <span className={`tag ${tones[clock.status] ?? ""}`}>
            {words.clocks.status[clock.status]}
          </span>
        </p>
        <h2>{clock.title}</h2>
        <TimeLeft clock={clock} />
      </div>
      {clock.proposed_why.map((why) => (
        <p key={why}>{why}</p>
      ))}
      <dl className="facts small">
        {clock.start && (
          <div className="fact">
            <dt>{words.clocks.startedOn}</dt>
            <dd>
              {dayAndTime(clock.start, zone, language)} ({zone})
            </dd>
          </div>
        )}
        <div className="fact">
          <dt>{words.clocks.contact}</dt>
          <dd>
            {contact?.title ?? clock.contact} {contact?.phones[0]?.number}
          </dd>
        </div>
        {clock.regime && (
          <div className="fact">
            <dt>{words.clocks.source}</dt>
            <dd>{clock.regime.source}</dd>
          </div>
        )}
      </dl>
      <p className="soft small">{clock.concerned_why}</p>
      {mayDeclare(me) && (
        <div className="row">
          {steps.map((step, place) => (
            <button
              key={step}
              type="button"
              className={place === 0 && running ? "button strong" : "button"}
              onClick={() => setSaying(step)}
            >
              {words.clocks[step]}
            </button>
          ))}
        </div>
      )}
      <ClockHistory clock={clock} />
      {saying && (
        <ClockSheet key={saying} clock={clock} step={saying} onClose={() => setSaying(null)} />
      )}
    </section>
  );
}

import type { FormEvent } from "react";

import type { Severity } from "../../api/types";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { mayAct, useMe } from "../../app/me";
import { Field } from "../../parts/Field";
import { ReceiptLine } from "../../parts/Receipt";
import { spell } from "../../parts/time";
import { useDraft } from "../../parts/useDraft";
import { useNow } from "../../parts/useNow";
import { useSend } from "../../parts/useSend";
import { useWords } from "../../words";

type Round = Severity["rounds"][number];

// A short pass within a time box; the countdown is always in sight while it runs.
export function Rounds({ severity }: { severity: Severity }) {
  const { qualify } = useWords();
  const { me } = useMe();
  const running = severity.rounds.find((round) => round.ended === null);
  return (
    <section className="card stack" aria-label={qualify.roundTitle}>
      <h2>{qualify.roundTitle}</h2>
      {running && <Countdown round={running} />}
      {running && mayAct(me) && <EndRound />}
      {!running && mayAct(me) && <StartRound />}
    </section>
  );
}

function Countdown({ round }: { round: Round }) {
  const { qualify } = useWords();
  const now = useNow(1000);
  const left = Date.parse(round.started) + round.minutes * 60_000 - now.getTime();
  return (
    <p>
      <span className="soft small">{qualify.round(round.number)}</span>
      <br />
      <strong className="due" role="timer">
        {round.minutes === 0
          ? qualify.noBox
          : left > 0
            ? `${qualify.roundLeft} ${spell(left)}`
            : qualify.roundOver}
      </strong>
    </p>
  );
}

function StartRound() {
  const { qualify } = useWords();
  const { id } = useThisIncident();
  const draft = useDraft(`${id}/round`, { minutes: "30" });
  const starting = useSend(draft, writes.startRound(id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    starting.send({ time_box: Number(draft.values.minutes) });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>{qualify.startRoundLead}</p>
      <Field
        label={qualify.minutes}
        type="number"
        min={0}
        max={1440}
        value={draft.values.minutes}
        say={(minutes) => draft.change({ minutes })}
        required
      />
      <button className="button strong start" type="submit" disabled={starting.isPending}>
        {qualify.startRound}
      </button>
      <ReceiptLine sending={starting} saved={starting.data} />
    </form>
  );
}

function EndRound() {
  const { qualify } = useWords();
  const { id } = useThisIncident();
  const draft = useDraft(`${id}/round-end`, {});
  const ending = useSend(draft, writes.endRound(id));
  return (
    <>
      <button
        className="button start"
        type="button"
        disabled={ending.isPending}
        onClick={() => ending.send({})}
      >
        {qualify.endRound}
      </button>
      <ReceiptLine sending={ending} saved={ending.data} />
    </>
  );
}

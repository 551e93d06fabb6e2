import { type FormEvent, useState } from "react";

import type { Clock, ClockBody } from "../../api/types";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { Area, Field } from "../../parts/Field";
import { ReceiptLine } from "../../parts/Receipt";
import { useSaved } from "../../parts/saved";
import { Sheet } from "../../parts/Sheet";
import { fromWallClock, wallClock } from "../../parts/time";
import { useDraft } from "../../parts/useDraft";
import { useSend } from "../../parts/useSend";
import { useWords } from "../../words";

export type ClockStep = ClockBody["step"];

interface Props {
  clock: Clock;
  step: ClockStep;
  onClose: () => void;
}

export function ClockSheet({ clock, step, onClose }: Props) {
  const words = useWords();
  const { id, zone } = useThisIncident();
  const tellSaved = useSaved();
  const [blank] = useState(() => ({
    at: wallClock(step === "start" && clock.start ? new Date(clock.start) : new Date(), zone),
    why: "",
    reference: "",
  }));
  const draft = useDraft(`${id}/clock|${clock.clock}|${step}`, blank);
  const telling = useSend(draft, writes.clock(id, clock.clock), (receipt) => {
    tellSaved(receipt);
    onClose();
  });
  const { at, why, reference } = draft.values;
  const moment = fromWallClock(at, zone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    telling.send({
      step,
      ...(step !== "waive" && moment ? { at: moment } : {}),
      ...(why.trim() ? { why: why.trim() } : {}),
      ...(reference.trim() ? { reference: reference.trim() } : {}),
    });
  };
  return (
    <Sheet title={`${words.clocks[step]}${words.colon}${clock.title}`} open onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>{words.clocks.explain[step]}</p>
        {step !== "waive" && (
          <Field
            label={words.clocks.at(zone)}
            type="datetime-local"
            step={1}
            value={at}
            say={(text) => draft.change({ at: text })}
            required
          />
        )}
        {step === "met" && (
          <Field
            label={words.clocks.reference}
            value={reference}
            say={(text) => draft.change({ reference: text })}
            maxLength={300}
            optional
          />
        )}
        <Area
          label={words.clocks.why}
          value={why}
          say={(text) => draft.change({ why: text })}
          required={step !== "met"}
          optional={step === "met"}
        />
        <ReceiptLine sending={telling} draft={draft} />
        <button className="button strong start" type="submit" disabled={telling.isPending}>
          {words.act2.write}
        </button>
      </form>
    </Sheet>
  );
}

import { useState } from "react";

import { usePlan } from "../../api/queries";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { Area } from "../../parts/Field";
import { SaySheet } from "../../parts/SaySheet";
import { useSaved } from "../../parts/saved";
import { dayAndTime } from "../../parts/time";
import { useDecision } from "../../parts/useDecision";
import { useDraft } from "../../parts/useDraft";
import { useSpeech, useWords } from "../../words";
import { isOpen, isOwed } from "../act/steps";

// The incident is over: a lead says how it ends. Nothing is erased, and the logbook stays open.
export function Close() {
  const { words, language } = useSpeech();
  const { closed, zone } = useThisIncident();
  const [open, setOpen] = useState(false);
  return (
    <section className="card stack">
      <h2>{words.closing.title}</h2>
      {closed ? (
        <p>{words.closing.closed(dayAndTime(closed, zone, language), zone)}</p>
      ) : (
        <>
          <p>{words.closing.lead}</p>
          <button type="button" className="button start" onClick={() => setOpen(true)}>
            {words.closing.close}
          </button>
        </>
      )}
      {open && <Conclude onClose={() => setOpen(false)} />}
    </section>
  );
}

function Conclude({ onClose }: { onClose: () => void }) {
  const { closing: words } = useWords();
  const { id } = useThisIncident();
  const plan = usePlan(id).data;
  const tellSaved = useSaved();
  const draft = useDraft(`${id}/close`, { conclusion: "" });
  const [wrong, setWrong] = useState(false);
  const closing = useDecision(draft, {
    write: writes.close(id),
    concerns: () => true,
    begun: true,
    onSaved: (receipt) => {
      tellSaved(receipt);
      onClose();
    },
  });
  const conclusion = draft.values.conclusion.trim();
  const left = plan?.items.filter((step) => isOpen(step) || isOwed(step)).length ?? 0;
  const clocks = plan?.clocks.filter(({ status }) => status === "running").length ?? 0;
  return (
    <SaySheet
      title={words.close}
      lead={words.left(left, clocks)}
      submit={words.close}
      send={() => {
        setWrong(conclusion === "");
        if (conclusion !== "") closing.send({ conclusion });
      }}
      sending={closing}
      draft={draft}
      onClose={onClose}
    >
      <Area
        label={words.conclusion}
        hint={words.conclusionHint}
        value={draft.values.conclusion}
        say={(text) => draft.change({ conclusion: text })}
        wrong={wrong ? words.needed : undefined}
      />
    </SaySheet>
  );
}

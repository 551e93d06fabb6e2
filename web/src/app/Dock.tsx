import { type FormEvent, useState } from "react";

import { writes } from "../api/writes";
import { ReceiptLine } from "../parts/Receipt";
import { Tick } from "../parts/Tick";
import { useDraft } from "../parts/useDraft";
import { useSend } from "../parts/useSend";
import { useWords } from "../words";
import { useThisIncident } from "./incident";
import { entryBox } from "./keys";
import { namesOf, Recognised } from "./Recognised";
import { useRecognised } from "./useRecognised";

// The entry box, at the foot of every screen of the incident.
export function Dock() {
  const words = useWords();
  const incident = useThisIncident();
  const draft = useDraft(`${incident.id}/note`, {
    text: "",
    decision: false,
    left: [] as string[],
  });
  const note = useSend(draft, writes.note(incident.id));
  const [focused, setFocused] = useState(false);
  const { text, decision, left = [] } = draft.values;
  const found = useRecognised(incident.id, text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    const names = namesOf(found, left);
    note.send({ text: text.trim(), ...(decision ? { decision } : {}), ...names });
  };
  const wide = focused || text !== "";
  return (
    <form
      className="dock"
      aria-label={words.entry.label}
      onSubmit={submit}
      onFocus={() => setFocused(true)}
      onBlur={(event) => setFocused(event.currentTarget.contains(event.relatedTarget))}
    >
      <div className="dock-line">
        <div className="field">
          <label htmlFor={entryBox} className={wide ? "" : "only-read"}>
            {words.entry.label}
          </label>
          <textarea
            id={entryBox}
            rows={wide ? 2 : 1}
            placeholder={wide ? words.entry.hint : `${words.entry.label} (n)`}
            value={text}
            onChange={(event) => draft.change({ text: event.target.value })}
          />
        </div>
        {wide && (
          <Tick
            label={words.entry.decision}
            on={decision}
            say={(on) => draft.change({ decision: on })}
          />
        )}
        {wide && (
          <button className="button strong" type="submit" disabled={note.isPending || !text.trim()}>
            {words.entry.save}
          </button>
        )}
        {wide && (
          <Recognised
            found={found}
            left={left}
            leave={(values) => draft.change({ left: values })}
          />
        )}
        <ReceiptLine sending={note} draft={draft} saved={note.data} />
      </div>
    </form>
  );
}

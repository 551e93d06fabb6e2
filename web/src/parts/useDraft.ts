import { useCallback, useEffect, useState } from "react";

import { adoptDraft, type Draft, dropDraft, keepDraft, newKey, readDraft } from "../api/drafts";
import { openTabs, thisTab } from "../api/tabs";
import { useMe } from "../app/me";
import { draftsChanged } from "./unsent";

export interface DraftForm<Values> {
  values: Values;
  key: string;
  begun: boolean; // something was typed
  restored: boolean; // it was typed earlier, and not sent
  unkept: boolean; // the browser refuses to keep it
  change: (part: Partial<Values>) => void;
  keep: () => void; // before sending, even if nothing was changed
  drop: () => void; // once it is written, or thrown away
}

// What a form holds, kept in the browser from the first letter until `drop`.
export function useDraft<Values extends object>(form: string, blank: Values): DraftForm<Values> {
  const person = useMe().me.name;
  const fresh = (): Draft<Values> => ({ form, person, values: blank, key: newKey(), at: 0 });
  const [start] = useState(() => mine<Values>(form, person));
  const [draft, setDraft] = useState<Draft<Values>>(() => start ?? fresh());
  const [restored, setRestored] = useState(start !== null);
  const [unkept, setUnkept] = useState(false);

  useEffect(() => {
    if (start) return;
    let gone = false;
    void openTabs().then((open) => {
      const left = gone ? null : adoptDraft<Values>(form, person, thisTab(), open);
      if (!left) return;
      setDraft((now) => (now.at === 0 ? left : now));
      setRestored(true);
    });
    return () => {
      gone = true;
    };
  }, [form, person, start]);

  const store = useCallback((next: Draft<Values>) => {
    setDraft(next);
    setUnkept(!keepDraft(thisTab(), next));
    draftsChanged();
  }, []);

  return {
    values: draft.values,
    key: draft.key,
    begun: draft.at > 0,
    restored,
    unkept,
    change: (part) =>
      store({ ...draft, values: { ...draft.values, ...part }, key: newKey(), at: Date.now() }),
    keep: () => store({ ...draft, at: draft.at || Date.now() }),
    drop: () => {
      dropDraft(thisTab(), form);
      draftsChanged();
      setDraft(fresh());
      setRestored(false);
    },
  };
}

function mine<Values>(form: string, person: string): Draft<Values> | null {
  const draft = readDraft<Values>(thisTab(), form);
  return draft?.person === person ? draft : null;
}

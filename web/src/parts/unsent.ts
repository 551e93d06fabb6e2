import { useSyncExternalStore } from "react";

import { allDrafts } from "../api/drafts";

// The forms of this incident that hold a text nobody has sent yet, as one string: React compares it.
const listeners = new Set<() => void>();

export const draftsChanged = () => listeners.forEach((listener) => listener());

function listen(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export function useUnsent(incident: string, person: string): string[] {
  const names = useSyncExternalStore(listen, () =>
    allDrafts()
      .filter(({ draft }) => draft.person === person && draft.form.startsWith(`${incident}/`))
      .map(({ draft }) => draft.form.slice(incident.length + 1))
      .join("\n"),
  );
  return names ? [...new Set(names.split("\n"))] : [];
}

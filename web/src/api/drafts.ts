// What is typed and not yet written. A draft stands in the browser's storage from the first letter
// until the server has answered with the position and the hash of the line. It belongs to one tab, so
// that two tabs never write over each other; the drafts of a tab that is gone are taken up by the next.
const prefix = "digue.draft.";

export interface Draft<Values> {
  form: string; // which form of which incident: "2026-11-22-0d20b3/note"
  person: string; // who typed it; nobody else may send it
  values: Values;
  key: string; // sent as Idempotency-Key; a new one after each change
  at: number; // milliseconds since 1970, when it was last changed
}

export const newKey = () => `${Date.now().toString(36)}-${randomHex(12)}`;

export function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return [...values].map((value) => value.toString(16).padStart(2, "0")).join("");
}

const place = (form: string, tab: string) => `${prefix}${tab}.${form}`;

export function keepDraft<Values>(tab: string, draft: Draft<Values>): boolean {
  try {
    localStorage.setItem(place(draft.form, tab), JSON.stringify(draft));
    return true;
  } catch {
    return false; // storage is full or forbidden: the person is told
  }
}

export const dropDraft = (tab: string, form: string) => localStorage.removeItem(place(form, tab));

export function readDraft<Values>(tab: string, form: string): Draft<Values> | null {
  return parse<Values>(localStorage.getItem(place(form, tab)));
}

export interface KeptDraft {
  tab: string;
  draft: Draft<unknown>;
}

export function allDrafts(): KeptDraft[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => {
      const draft = parse(localStorage.getItem(name));
      return draft ? [{ tab: name.slice(prefix.length).split(".")[0] ?? "", draft }] : [];
    })
    .sort((one, other) => one.draft.at - other.draft.at);
}

// Takes over the oldest draft of this form that a closed tab left behind, if there is one.
export function adoptDraft<Values>(
  form: string,
  person: string,
  tab: string,
  open: ReadonlySet<string>,
): Draft<Values> | null {
  const left = allDrafts().find(
    (kept) => kept.draft.form === form && kept.draft.person === person && !open.has(kept.tab),
  );
  if (!left) return null;
  dropDraft(left.tab, form);
  keepDraft(tab, left.draft);
  return left.draft as Draft<Values>;
}

function parse<Values>(text: string | null): Draft<Values> | null {
  if (text === null) return null;
  try {
    const draft = JSON.parse(text) as Partial<Draft<Values>>;
    const whole = typeof draft.form === "string" && typeof draft.key === "string";
    return whole && draft.values !== undefined ? (draft as Draft<Values>) : null;
  } catch {
    return null;
  }
}

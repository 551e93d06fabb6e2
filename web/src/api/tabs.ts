// Which tab this is, and which tabs are open: each holds a Web Lock of its name while it lives.
import { randomHex } from "./drafts";

const lockOf = (tab: string) => `digue-tab-${tab}`;
let mine = "";

// A duplicated tab copies the session storage of the first: it must take a name of its own.
export async function nameTab(): Promise<string> {
  const before = sessionStorage.getItem("digue.tab");
  if (before && (await hold(before))) return remember(before);
  const fresh = randomHex(6);
  await hold(fresh);
  return remember(fresh);
}

export const thisTab = () => mine;

export async function openTabs(): Promise<ReadonlySet<string>> {
  if (!("locks" in navigator)) return new Set([mine]);
  const { held = [] } = await navigator.locks.query();
  const names = held.map((lock) => lock.name ?? "").filter((name) => name.startsWith(lockOf("")));
  return new Set(names.map((name) => name.slice(lockOf("").length)));
}

function remember(tab: string): string {
  mine = tab;
  sessionStorage.setItem("digue.tab", tab);
  return tab;
}

function hold(tab: string): Promise<boolean> {
  if (!("locks" in navigator)) return Promise.resolve(true);
  return new Promise((settle) => {
    void navigator.locks.request(lockOf(tab), { ifAvailable: true }, (lock) => {
      settle(lock !== null);
      return lock ? new Promise<never>(() => undefined) : undefined;
    });
  });
}

import { type ComponentType, lazy } from "react";

// A screen that comes after the first load: at its first visit, or once the page has nothing to do,
// so that a server that stops answering takes no screen away.
const waiting: (() => Promise<unknown>)[] = [];

export function later<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  waiting.push(load);
  return lazy(async () => ({ default: (await load())[name] }));
}

export function bringTheRest() {
  const idle = window.requestIdleCallback ?? ((doing: () => void) => setTimeout(doing, 500));
  idle(() => {
    for (const load of waiting.splice(0)) load().catch(() => undefined);
  });
}

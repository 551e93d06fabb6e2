import { useEffect, useRef } from "react";

import { typing } from "../parts/typing";

export interface Doings {
  note: () => void;
  palette: () => void;
  help: () => void;
  next: () => void;
}

export const entryBox = "entry-box";
export const focusEntry = () => document.getElementById(entryBox)?.focus();

// Keys of one character can be turned off: who dictates would set them off (WCAG 2.1.4).
const kept = "digue.single-keys";
export const singleKeys = () => localStorage.getItem(kept) !== "off";
export const keepSingleKeys = (on: boolean) => localStorage.setItem(kept, on ? "on" : "off");

export function useKeys(doings: Doings) {
  const latest = useRef(doings);
  useEffect(() => {
    latest.current = doings;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (sendsForm(event)) return;
      const doing = meant(event);
      if (!doing) return;
      event.preventDefault();
      latest.current[doing]();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function meant(event: KeyboardEvent): keyof Doings | null {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") return "palette";
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (!singleKeys() || typing(event.target) || document.querySelector("[role=dialog]")) return null;
  if (event.key === "n") return "note";
  if (event.key === "a") return "next";
  return event.key === "?" ? "help" : null;
}

// Ctrl+Enter sends the form that holds the focus, or that of the window which holds it.
function sendsForm(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const form = target?.closest("form") ?? target?.closest("[role=dialog]")?.querySelector("form");
  if (!form) return false;
  event.preventDefault();
  form.requestSubmit();
  return true;
}

// Moments, in the zone of the incident. The API speaks UTC; a person reads and types the incident's zone.
import type { Language } from "../words/language";

const locale = (language: Language) => (language === "fr" ? "fr-FR" : "en-GB");

export function dayAndTime(at: string | Date, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: zone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(new Date(at));
}

export const timeOnly = (at: string | Date, zone: string, language: Language) =>
  new Intl.DateTimeFormat(locale(language), {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(new Date(at));

export const dayOnly = (at: string | Date, zone: string, language: Language) =>
  new Intl.DateTimeFormat(locale(language), {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(new Date(at));

// For <input type="datetime-local">: "2026-11-22T03:12:05", as the clocks of that zone show it.
export function wallClock(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at);
  return parts.replace(" ", "T");
}

// Minutes east of UTC that the zone's clocks showed at that moment.
function offsetAt(at: Date, zone: string): number {
  const shown = Date.parse(`${wallClock(at, zone)}Z`);
  return Math.round((shown - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
}

// Back from a wall clock of that zone to RFC 3339 with its offset; null when it is no date.
// An hour that happens twice, when clocks go back, is taken as its first.
export function fromWallClock(text: string, zone: string): string | null {
  const asIfUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asIfUtc)) return null;
  const before = offsetAt(new Date(asIfUtc - 86_400_000), zone);
  const after = offsetAt(new Date(asIfUtc + 86_400_000), zone);
  const fits = (minutes: number) =>
    offsetAt(new Date(asIfUtc - minutes * 60_000), zone) === minutes;
  const offset = [before, after].find(fits) ?? before;
  const sign = offset < 0 ? "-" : "+";
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const wall = text.length === 16 ? `${text}:00` : text;
  return `${wall}${sign}${two(hours)}:${two(minutes)}`;
}

const two = (value: number) => String(value).padStart(2, "0");

// "3:07:05", hours without end.
export function spell(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

// What a person says of files that do not say it: the zone of their dates, what the fields of an unknown
// format mean. Kept for the tab, for each look and each analysis until it is changed.
import { useState } from "react";

export interface Told {
  zone: string; // "": as it is in the files
  mapping: string; // the text of a mapping file
}
const nothing: Told = { zone: "", mapping: "" };

export interface Telling {
  told: Told;
  tell: (part: Partial<Told>) => void;
}

export function useTold(incident: string): Telling {
  const kept = `digue.told.${incident}`;
  const [told, setTold] = useState(() => read(sessionStorage.getItem(kept)));
  const tell = (part: Partial<Told>) => {
    const next = { ...told, ...part };
    sessionStorage.setItem(kept, JSON.stringify(next));
    setTold(next);
  };
  return { told, tell };
}

function read(text: string | null): Told {
  try {
    return { ...nothing, ...(JSON.parse(text ?? "{}") as Partial<Told>) };
  } catch {
    return nothing;
  }
}

// As the API takes it: what is not told is not there.
export const bodyOf = ({ zone, mapping }: Told) => ({
  ...(zone && { zone }),
  ...(mapping.trim() && { mapping }),
});

export const isTold = (told: Told) => Object.keys(bodyOf(told)).length > 0;

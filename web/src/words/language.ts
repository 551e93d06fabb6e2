export type Language = "fr" | "en";

export const languages: readonly Language[] = ["fr", "en"];
const kept = "digue.language";

// What the person chose, else what their browser prefers.
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === "fr" || chosen === "en") return chosen;
  const preferred = navigator.languages.find((name) => /^(fr|en)\b/.test(name));
  return preferred?.startsWith("en") ? "en" : "fr";
}

export const keepLanguage = (language: Language) => localStorage.setItem(kept, language);

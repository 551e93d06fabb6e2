const units = { fr: ["o", "ko", "Mo", "Go", "To"], en: ["B", "kB", "MB", "GB", "TB"] };

// "12,3 Mo" in French, "12.3 MB" in English: thousands, as disks are sold.
export function spellBytes(bytes: number, language: "fr" | "en"): string {
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const amount = new Intl.NumberFormat(language, { maximumFractionDigits: power ? 1 : 0 });
  return `${amount.format(bytes / 1000 ** power)} ${units[language][power] ?? ""}`;
}

const rules = { fr: new Intl.PluralRules("fr"), en: new Intl.PluralRules("en") };
const numbers = { fr: new Intl.NumberFormat("fr-FR"), en: new Intl.NumberFormat("en-GB") };

// "1 ligne", "2 lignes": the rule of the language picks the form.
export const counted =
  (language: "fr" | "en", one: string, several: string) =>
  (count: number): string =>
    `${numbers[language].format(count)} ${rules[language].select(count) === "one" ? one : several}`;

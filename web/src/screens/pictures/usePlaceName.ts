import { useSpeech } from "../../words";

interface Named {
  country: string;
  city: string;
}

// "Lyon, France": the country in the person's language, the town as the evidence names it.
export function usePlaceName() {
  const { language, words } = useSpeech();
  const countries = new Intl.DisplayNames(language, { type: "region", fallback: "code" });
  return ({ country, city }: Named) => {
    const where = /^[A-Z]{2}$/i.test(country)
      ? (countries.of(country.toUpperCase()) ?? country)
      : country;
    return [city, where].filter(Boolean).join(", ") || words.pictures.map.unknown;
  };
}

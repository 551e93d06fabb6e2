// What the interface says, in the language of the person. `fr` is the type: what `en` lacks fails tsc.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";

import { en } from "./en";
import { fr, type Words } from "./fr";
import { firstLanguage, keepLanguage, type Language } from "./language";

const catalogue: Record<Language, Words> = { fr, en };

interface Speech {
  language: Language;
  words: Words;
  setLanguage: (language: Language) => void;
}

const SpeechContext = createContext<Speech>({
  language: "fr",
  words: fr,
  setLanguage: () => undefined,
});

export const useWords = () => useContext(SpeechContext).words;
export const useLanguage = () => useContext(SpeechContext).language;
export const useSpeech = () => useContext(SpeechContext);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo(
    () => ({
      language,
      words: catalogue[language],
      setLanguage: (chosen: Language) => {
        keepLanguage(chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return (
    <SpeechContext value={speech}>
      <I18nProvider locale={language === "fr" ? "fr-FR" : "en-US"}>{children}</I18nProvider>
    </SpeechContext>
  );
}

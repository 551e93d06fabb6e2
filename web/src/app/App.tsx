import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { Problem, worthAnotherTry } from "../api/client";
import { nameTab } from "../api/tabs";
import { LanguageProvider } from "../words";
import { Gate } from "./Gate";
import { ThemeProvider } from "./theme";

// A session that ended shows on the next answer, whatever it was to: the gate asks again who I am.
const noticeEnd = (why: unknown) => {
  if (why instanceof Problem && why.signedOut) {
    void queries.invalidateQueries({ queryKey: ["session"] });
  }
};
const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: { queries: { retry: worthAnotherTry, staleTime: 10_000 } },
});

export function App() {
  const [named, setNamed] = useState(false);
  useEffect(() => {
    void nameTab().then(() => setNamed(true));
  }, []);
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <ThemeProvider>{named && <Gate />}</ThemeProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}

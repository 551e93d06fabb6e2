import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";

import { answered, api, guard } from "../../api/client";
import { sessionQuery } from "../../api/queries";
import type { Provider, Session } from "../../api/types";
import { Trouble } from "../../parts/Trouble";
import { useLanguage, useWords } from "../../words";

const place = "digue.place"; // where they were when they left for the provider

const isUnderWay = (provider: Provider | null | undefined) =>
  provider?.standing === "asking" || provider?.standing === "checking";

// Signing in by the organisation's identity provider, when there is one: the browser leaves for it,
// comes back, and the outcome is taken here.
export function WithProvider() {
  const { begin } = useWords();
  const session = useQuery({
    ...sessionQuery,
    refetchInterval: ({ state }) => isUnderWay(state.data?.provider) && 300,
  });
  const provider = session.data?.provider ?? null;
  const leaving = useLeaving(provider);
  const finishing = useFinishing(provider);
  if (!provider) return null;
  const busy = leaving.isPending || finishing.isPending || isUnderWay(provider);
  return (
    <div className="stack">
      {new URLSearchParams(location.search).get("sign-in") === "elsewhere" && (
        <p className="notice" role="status">
          {begin.elsewhere}
        </p>
      )}
      {finishing.error && !busy && <Trouble why={finishing.error} />}
      {leaving.error && <Trouble why={leaving.error} />}
      <button
        type="button"
        className="button large"
        disabled={busy}
        onClick={() => leaving.mutate()}
      >
        {begin.withProvider(provider.name)}
      </button>
      <p role="status" className="soft">
        {busy && begin.waitForProvider}
      </p>
    </div>
  );
}

// Begins, and goes there as soon as it is known where.
function useLeaving(provider: Provider | null) {
  const queries = useQueryClient();
  const language = useLanguage();
  const [wanted, setWanted] = useState(false);
  const beginning = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/session/provider", {
          params: { header: guard },
          headers: { "Accept-Language": language },
          body: {},
        }),
      ),
    onSuccess: (begun) => {
      queries.setQueryData<Session>(["session"], (known) => known && { ...known, provider: begun });
      setWanted(true);
    },
  });
  const url = wanted && provider?.standing === "go" ? provider.url : undefined;
  useEffect(() => {
    if (!url) return;
    sessionStorage.setItem(place, location.pathname);
    location.assign(url);
  }, [url]);
  return beginning;
}

// Takes the outcome once it is there; who is in goes on where they were.
function useFinishing(provider: Provider | null) {
  const queries = useQueryClient();
  const language = useLanguage();
  const [, go] = useLocation();
  const finishing = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/session/provider/completion", {
          params: { header: guard },
          headers: { "Accept-Language": language },
          body: {},
        }),
      ),
    onSuccess: (session) => {
      const before = sessionStorage.getItem(place);
      sessionStorage.removeItem(place);
      if (before && before !== location.pathname) go(before, { replace: true });
      queries.setQueryData(["session"], session);
      void queries.invalidateQueries();
    },
    // It was taken, and is not there any more.
    onError: () =>
      queries.setQueryData<Session>(
        ["session"],
        (known) =>
          known && { ...known, provider: provider && { name: provider.name, standing: "none" } },
      ),
  });
  const { mutate, isPending } = finishing;
  const isThere = provider?.standing === "done" && !isPending;
  useEffect(() => {
    if (isThere) mutate();
  }, [isThere, mutate]);
  return finishing;
}

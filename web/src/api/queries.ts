// What the screens read, kept by TanStack Query. Everything of an incident is under ["incident", id],
// so that one new line of its logbook refreshes it all.
import { queryOptions, useQuery } from "@tanstack/react-query";

import { useLanguage } from "../words";
import type { Language } from "../words/language";
import { answered, api } from "./client";
import { everyPage } from "./everyPage";
import type { TaggedIncident } from "./types";

export const ofIncident = (incident: string) => ["incident", incident] as const;

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => answered(api.GET("/session")),
  staleTime: 30_000,
});
export const useSession = () => useQuery(sessionQuery);

export function useWaysIn() {
  const lang = useLanguage();
  return useQuery({
    queryKey: ["entry", lang],
    queryFn: () => answered(api.GET("/entry", { params: { query: { lang } } })),
    staleTime: Infinity,
  });
}

const per_page = 500; // the most that the server gives at once
export const all = { page: 1, per_page };

export function useSheets() {
  const lang = useLanguage();
  return useQuery({
    queryKey: ["sheets", lang],
    queryFn: () => answered(api.GET("/sheets", { params: { query: { lang, ...all } } })),
    select: (list) => list.items,
    staleTime: Infinity,
  });
}

export function useSheet(sheet: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: ["sheet", sheet, lang],
    queryFn: () =>
      answered(api.GET("/sheets/{sheet}", { params: { path: { sheet }, query: { lang } } })),
    staleTime: Infinity,
    enabled: sheet !== "",
  });
}

export const usePeople = () =>
  useQuery({
    queryKey: ["people"],
    queryFn: () => answered(api.GET("/people", { params: { query: all } })),
    select: (list) => list.items,
  });

// Of the incident: as the organisation that it keeps adapted them. They change with its settings only,
// so a new line does not ask for them again.
export function useIncidentSheets(incident: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: ["sheets", lang, incident],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/sheets", {
          params: { path: { incident }, query: { lang, ...all } },
        }),
      ),
    select: (list) => list.items,
    staleTime: Infinity,
  });
}

export function useIncidentSheet(incident: string, sheet: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: ["sheet", sheet, lang, incident],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/sheets/{sheet}", {
          params: { path: { incident, sheet }, query: { lang } },
        }),
      ),
    staleTime: Infinity,
    enabled: sheet !== "",
  });
}

export function useIncidentContacts(incident: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: ["contacts", lang, incident],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/contacts", {
          params: { path: { incident }, query: { lang, ...all } },
        }),
      ),
    select: (list) => list.items,
    staleTime: Infinity,
  });
}

// Who has which role in it.
export const useParticipants = (incident: string) =>
  useQuery({
    queryKey: [...ofIncident(incident), "people"],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/people", { params: { path: { incident }, query: all } }),
      ),
    select: (list) => list.items,
  });

export const useIncidents = () =>
  useQuery({
    queryKey: ["incidents"],
    queryFn: () => answered(api.GET("/incidents", { params: { query: all } })),
    select: (list) => list.items,
  });

// With the tag of what was read, that a decision takes back (parts/useDecision.ts).
async function readIncident(incident: string): Promise<TaggedIncident> {
  const call = api.GET("/incidents/{incident}", { params: { path: { incident } } });
  const itself = await answered(call);
  return { ...itself, tag: (await call).response.headers.get("ETag") ?? "" };
}

export const useIncident = (incident: string) =>
  useQuery({
    queryKey: [...ofIncident(incident), "itself"],
    queryFn: () => readIncident(incident),
  });

export function usePlan(incident: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: [...ofIncident(incident), "plan", lang],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/plan", {
          params: { path: { incident }, query: { lang, all: "1" } },
        }),
      ),
  });
}

export function useSeverity(incident: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: [...ofIncident(incident), "severity", lang],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/severity", {
          params: { path: { incident }, query: { lang } },
        }),
      ),
  });
}

export function useClocks(incident: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: [...ofIncident(incident), "clocks", lang],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/clocks", {
          params: { path: { incident }, query: { lang, ...all } },
        }),
      ),
    select: (list) => list.items,
  });
}

export function useFindings(incident: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: [...ofIncident(incident), "findings", lang],
    queryFn: () =>
      everyPage((page) =>
        answered(
          api.GET("/incidents/{incident}/findings", {
            params: { path: { incident }, query: { lang, page, per_page } },
          }),
        ),
      ),
    select: (list) => list.items,
  });
}

export const useIndicators = (incident: string) =>
  useQuery({
    queryKey: [...ofIncident(incident), "indicators"],
    queryFn: () =>
      everyPage((page) =>
        answered(
          api.GET("/incidents/{incident}/indicators", {
            params: { path: { incident }, query: { page, per_page } },
          }),
        ),
      ),
    select: (list) => list.items,
  });

export const useEvidence = (incident: string) =>
  useQuery({
    queryKey: [...ofIncident(incident), "evidence"],
    queryFn: () =>
      everyPage((page) =>
        answered(
          api.GET("/incidents/{incident}/evidence", {
            params: { path: { incident }, query: { page, per_page } },
          }),
        ),
      ),
    select: (list) => list.items,
  });

export function useScripts(incident: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: [...ofIncident(incident), "scripts", lang],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/scripts", {
          params: { path: { incident }, query: { lang, ...all } },
        }),
      ),
    select: (list) => list.items,
  });
}

export const useSignIns = (incident: string) =>
  useQuery({
    queryKey: [...ofIncident(incident), "sign-ins"],
    queryFn: () =>
      answered(api.GET("/incidents/{incident}/sign-ins", { params: { path: { incident } } })),
  });

export function useHandover(incident: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: [...ofIncident(incident), "handover", lang],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/handover", {
          params: { path: { incident }, query: { lang } },
        }),
      ),
  });
}

export function useSources(incident: string) {
  const lang = useLanguage();
  return useQuery({
    queryKey: [...ofIncident(incident), "sources", lang],
    queryFn: () =>
      everyPage((page) =>
        answered(
          api.GET("/incidents/{incident}/sources", {
            params: { path: { incident }, query: { lang, page, per_page } },
          }),
        ),
      ),
    select: (list) => list.items,
  });
}

export const logWindowQuery = (
  incident: string,
  lang: Language,
  window: { from: number; limit: number; text: string },
) =>
  queryOptions({
    queryKey: [...ofIncident(incident), "log", lang, window] as const,
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/log", {
          params: {
            path: { incident },
            query: {
              lang,
              from: window.from,
              limit: window.limit,
              ...(window.text ? { text: window.text } : {}),
            },
          },
        }),
      ),
  });

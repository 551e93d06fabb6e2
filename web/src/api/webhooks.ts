// The programs that are told of an incident. Under the key of the incident, so that each new line, which
// they are told of too, reads them again.
import { useQuery } from "@tanstack/react-query";

import { useLanguage } from "../words";
import type { Language } from "../words/language";
import { answered, api, guard } from "./client";
import { all, ofIncident } from "./queries";
import type { WebhookBody } from "./types";

const shown = { page: 1, per_page: 50 }; // of the deliveries, the last ones
const pause = 2000; // milliseconds between two looks at the deliveries that are in sight

export const webhooksOf = (incident: string) => [...ofIncident(incident), "webhooks"] as const;

export const useWebhooks = (incident: string, enabled: boolean) =>
  useQuery({
    queryKey: webhooksOf(incident),
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/webhooks", { params: { path: { incident }, query: all } }),
      ),
    enabled,
  });

export const useDeliveries = (incident: string, webhook: string, enabled: boolean) =>
  useQuery({
    queryKey: [...webhooksOf(incident), webhook],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/webhooks/{webhook}/deliveries", {
          params: { path: { incident, webhook }, query: shown },
        }),
      ),
    enabled,
    refetchInterval: pause,
  });

// What a program is told comes in the language of who added it.
export function useWebhookWrites(incident: string) {
  const lang: Language = useLanguage();
  const query = { lang };
  return {
    add: (body: WebhookBody) =>
      answered(
        api.POST("/incidents/{incident}/webhooks", {
          params: { path: { incident }, query, header: guard },
          body,
        }),
      ),
    remove: (webhook: string) =>
      answered(
        api.DELETE("/incidents/{incident}/webhooks/{webhook}", {
          params: { path: { incident, webhook }, query, header: guard },
        }),
      ),
  };
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { answered, api, guard } from "../../api/client";
import { newKey } from "../../api/drafts";
import { ofIncident } from "../../api/queries";
import type { Analysis } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { Trouble } from "../../parts/Trouble";
import { useLanguage, useWords } from "../../words";
import { AnalysisCard } from "./AnalysisCard";
import { bodyOf, type Told } from "./told";

const pause = 1000; // milliseconds between two looks at an analysis
export const underWay = (analysis: Analysis) =>
  analysis.state === "waiting" || analysis.state === "running";

// Analyses all the pieces in the background. The last one stays in sight, whoever reloads the page.
export function Analyse({ told }: { told: Told }) {
  const { evidence: words } = useWords();
  const { id: incident } = useThisIncident();
  const lang = useLanguage();
  const queries = useQueryClient();
  const kept = `digue.analysis.${incident}`;
  const [analysis, setAnalysis] = useState(() => Number(sessionStorage.getItem(kept)) || 0);
  const path = { incident, analysis };
  const last = useQuery({
    queryKey: [...ofIncident(incident), "analysis", analysis, lang],
    queryFn: () =>
      answered(
        api.GET("/incidents/{incident}/analyses/{analysis}", { params: { path, query: { lang } } }),
      ),
    enabled: analysis > 0,
    refetchInterval: (query) => (query.state.data && underWay(query.state.data) ? pause : false),
  });
  const starting = useMutation({
    mutationFn: () =>
      answered(
        api.POST("/incidents/{incident}/analyses", {
          params: {
            path: { incident },
            query: { lang },
            header: { ...guard, "Idempotency-Key": newKey() },
          },
          body: { evidence: "all", ...bodyOf(told) },
        }),
      ),
    onSuccess: (started) => {
      sessionStorage.setItem(kept, String(started.id));
      setAnalysis(started.id);
    },
  });
  const stopping = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE("/incidents/{incident}/analyses/{analysis}", {
          params: { path, header: guard },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ofIncident(incident) }),
  });
  const busy = last.data !== undefined && underWay(last.data);
  return (
    <section className="stack">
      {!busy && (
        <div className="row">
          <button
            type="button"
            className="button strong"
            disabled={starting.isPending}
            onClick={() => starting.mutate()}
          >
            {words.analyse}
          </button>
          <span className="soft">{words.analyseLead}</span>
        </div>
      )}
      {(starting.error ?? stopping.error) && <Trouble why={starting.error ?? stopping.error} />}
      {last.data && <AnalysisCard analysis={last.data} stop={() => stopping.mutate()} />}
    </section>
  );
}

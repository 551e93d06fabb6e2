import { useQuery, keepPreviousData } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { answered, api, guard } from "../api/client";
import type { Recognised } from "../api/types";

const pause = 350; // milliseconds without a letter before the server is asked

// What the server recognises in a text while it is typed: each name once. Nothing is written.
export function useRecognised(incident: string, text: string): Recognised[] {
  const asked = useSettled(text.trim());
  const found = useQuery({
    queryKey: ["recognised", incident, asked],
    queryFn: () =>
      answered(
        api.POST("/incidents/{incident}/log/recognise", {
          params: { path: { incident }, header: guard },
          body: { text: asked },
        }),
      ),
    enabled: asked.length > 3,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  if (text.trim().length <= 3) return [];
  const once = new Map((found.data?.items ?? []).map((one) => [`${one.kind} ${one.value}`, one]));
  return [...once.values()];
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { ofIncident } from "../api/queries";
import type { Receipt } from "../api/types";
import { useThisIncident } from "../app/incident";
import type { DraftForm } from "./useDraft";

// Sends what a form holds. The draft goes only once the server has answered with the line's position
// and hash; all that is shown of the incident is then read again.
export function useSend<Body, Values, Answer = Receipt>(
  draft: DraftForm<Values>,
  write: (body: Body, key: string) => Promise<Answer>,
  onSaved?: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  const incident = useThisIncident().id;
  const sending = useMutation({
    mutationFn: (body: Body) => write(body, draft.key),
    onSuccess: (answer) => {
      draft.drop();
      void queries.invalidateQueries({ queryKey: ofIncident(incident) });
      onSaved?.(answer);
    },
  });
  return {
    ...sending,
    send: (body: Body) => {
      draft.keep();
      sending.mutate(body);
    },
  };
}

import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";

// Asks the server for what is no line of a logbook: accounts, tokens, sessions. Nothing of it is kept
// in the browser: it may hold a password. `stale` is read again once it is done.
export function useAsk<Said, Answer>(
  ask: (said: Said) => Promise<Answer>,
  stale: QueryKey,
  onDone?: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: stale });
      onDone?.(answer);
    },
  });
}

import { accounts } from "../../api/accounts";
import { Trouble } from "../../parts/Trouble";
import { useAsk } from "../../parts/useAsk";
import { useWords } from "../../words";

// A browser left open somewhere is signed out from here.
export function Sessions() {
  const { account: words } = useWords();
  const ending = useAsk(accounts.endOtherSessions, ["session"]);
  return (
    <section className="card stack">
      <h2>{words.sessions}</h2>
      <p>{words.sessionsLead}</p>
      {ending.error && <Trouble why={ending.error} />}
      <p role="status">{ending.isSuccess && words.ended}</p>
      <button
        type="button"
        className="button start"
        disabled={ending.isPending}
        onClick={() => ending.mutate(undefined)}
      >
        {words.endOthers}
      </button>
    </section>
  );
}

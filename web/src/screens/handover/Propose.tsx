import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { Area } from "../../parts/Field";
import { PersonField } from "../../parts/PersonField";
import { ReceiptLine } from "../../parts/Receipt";
import { Tick } from "../../parts/Tick";
import { useSaved } from "../../parts/saved";
import { useDraft } from "../../parts/useDraft";
import { useSend } from "../../parts/useSend";
import { useWords } from "../../words";

export function Propose() {
  const { handover: words } = useWords();
  const { id } = useThisIncident();
  const tellSaved = useSaved();
  const draft = useDraft(`${id}/handover|propose`, { to: "", text: "", move: true });
  const proposing = useSend(draft, writes.handOver(id), tellSaved);
  const { to, text, move } = draft.values;
  return (
    <form
      className="card stack"
      aria-label={words.propose}
      onSubmit={(event) => {
        event.preventDefault();
        proposing.send({ to: to.trim(), text: text.trim(), move });
      }}
    >
      <h2>{words.propose}</h2>
      <PersonField
        label={words.to}
        value={to}
        say={(name) => draft.change({ to: name })}
        required
      />
      <Area label={words.text} value={text} say={(said) => draft.change({ text: said })} optional />
      <Tick label={words.move} on={move} say={(on) => draft.change({ move: on })} />
      <ReceiptLine sending={proposing} draft={draft} />
      <button className="button strong start" type="submit" disabled={proposing.isPending}>
        {words.send}
      </button>
    </form>
  );
}

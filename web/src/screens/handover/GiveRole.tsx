import { usePeople } from "../../api/queries";
import type { RoleBody } from "../../api/types";
import { writes } from "../../api/writes";
import { useThisIncident } from "../../app/incident";
import { ReceiptLine } from "../../parts/Receipt";
import { Select } from "../../parts/Select";
import { useSaved } from "../../parts/saved";
import { useDraft } from "../../parts/useDraft";
import { useSend } from "../../parts/useSend";
import { useWords } from "../../words";

type Role = RoleBody["role"];
const all: readonly Role[] = ["lead", "responder", "scribe", "observer", "counsel", "none"];

export function GiveRole() {
  const { people: words, roles } = useWords();
  const { id } = useThisIncident();
  const people = usePeople().data ?? [];
  const tellSaved = useSaved();
  const draft = useDraft(`${id}/role`, { person: "", role: "" as Role | "" });
  const giving = useSend(draft, writes.setRole(id), tellSaved);
  const { person, role } = draft.values;
  return (
    <form
      className="stack"
      aria-label={words.give}
      onSubmit={(event) => {
        event.preventDefault();
        if (person && role) giving.send({ person, role });
      }}
    >
      <p className="soft small">{words.teamLead}</p>
      <Select
        label={words.person}
        value={person}
        options={people.map((one) => ({ value: one.name, label: one.display_name }))}
        say={(name) => draft.change({ person: name })}
      />
      <Select
        label={words.role}
        value={role}
        options={all.map((value) => ({
          value,
          label: value === "none" ? words.none : roles[value],
        }))}
        say={(value) => draft.change({ role: value })}
      />
      <ReceiptLine sending={giving} draft={draft} />
      <button className="button strong start" type="submit" disabled={giving.isPending}>
        {words.give}
      </button>
    </form>
  );
}

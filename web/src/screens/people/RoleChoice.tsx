import type { Person } from "../../api/types";
import { Choice } from "../../parts/Choice";
import { useWords } from "../../words";

type Role = Person["role"];
export const allRoles: readonly Role[] = ["lead", "responder", "scribe", "observer", "counsel"];

export function RoleChoice({ value, say }: { value: Role; say: (role: Role) => void }) {
  const { people, roles } = useWords();
  return (
    <Choice
      label={people.role}
      value={value}
      options={allRoles.map((role) => ({
        value: role,
        label: `${roles[role]} (${people.explain[role]})`,
      }))}
      say={say}
    />
  );
}

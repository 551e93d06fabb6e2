import { useState } from "react";

import { accounts, useDemandedFactors } from "../../api/accounts";
import type { Person } from "../../api/types";
import { Tick } from "../../parts/Tick";
import { Trouble } from "../../parts/Trouble";
import { useAsk } from "../../parts/useAsk";
import { useWords } from "../../words";
import { allRoles } from "./RoleChoice";

// Of which roles a second factor is demanded; who lacks one is named, since they are about to be
// asked for it.
export function DemandFactors({ people }: { people: readonly Person[] }) {
  const { people: words, roles: names } = useWords();
  const demanded = useDemandedFactors();
  const [ticked, setTicked] = useState<readonly Person["role"][] | null>(null);
  const demanding = useAsk(accounts.demandFactors, ["second-factor"], () => setTicked(null));
  if (demanded.error) return <Trouble why={demanded.error} />;
  if (!demanded.data) return null;
  const now = ticked ?? demanded.data;
  const lacking = people.filter(
    (one) => !one.second_factor && !one.by_provider && !one.disabled && isOneOf(now, one),
  );
  return (
    <form
      className="card stack"
      aria-label={words.demand}
      onSubmit={(event) => {
        event.preventDefault();
        demanding.mutate([...now]);
      }}
    >
      <h2>{words.demand}</h2>
      <p className="soft measure">{words.demandLead}</p>
      {allRoles.map((role) => (
        <Tick
          key={role}
          label={names[role]}
          on={now.includes(role)}
          say={(on) => setTicked(on ? [...now, role] : now.filter((one) => one !== role))}
        />
      ))}
      {lacking.length > 0 && (
        <p>{words.lacking(lacking.map((one) => one.display_name).join(", "))}</p>
      )}
      {demanding.error && <Trouble why={demanding.error} />}
      <p role="status">{demanding.isSuccess && ticked === null && words.demandSaved}</p>
      <button className="button start" type="submit" disabled={demanding.isPending}>
        {words.save}
      </button>
    </form>
  );
}

// As the server counts: who manages people is asked what a lead is.
const isOneOf = (roles: readonly Person["role"][], person: Person) =>
  roles.includes(person.role) || (person.manages_people === true && roles.includes("lead"));

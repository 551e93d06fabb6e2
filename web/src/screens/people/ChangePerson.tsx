import { useState } from "react";

import { accounts } from "../../api/accounts";
import type { Person } from "../../api/types";
import { Field } from "../../parts/Field";
import { Sheet } from "../../parts/Sheet";
import { Tick } from "../../parts/Tick";
import { Trouble } from "../../parts/Trouble";
import { useAsk } from "../../parts/useAsk";
import { useWords } from "../../words";
import { RoleChoice } from "./RoleChoice";

// What an account may do, told again; then what is done to it at once.
export function ChangePerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const words = useWords();
  const { people } = words;
  const [values, setValues] = useState({
    display_name: person.display_name,
    role: person.role,
    everywhere: person.everywhere ?? true,
    opens_incidents: person.opens_incidents ?? false,
    manages_people: person.manages_people ?? false,
    disabled: person.disabled ?? false,
  });
  const change = (part: Partial<typeof values>) => setValues({ ...values, ...part });
  const changing = useAsk(accounts.change(person.name), ["people"], onClose);
  return (
    <Sheet title={`${people.change} ${person.display_name}`} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          changing.mutate(values);
        }}
      >
        <Field
          label={people.theirName}
          value={values.display_name}
          say={(display_name) => change({ display_name })}
          autoComplete="off"
          required
        />
        <RoleChoice value={values.role} say={(role) => change({ role })} />
        <Tick
          label={people.everywhere}
          on={values.everywhere}
          say={(everywhere) => change({ everywhere })}
        />
        <Tick
          label={people.opens}
          on={values.opens_incidents}
          say={(opens_incidents) => change({ opens_incidents })}
        />
        <Tick
          label={people.manages}
          on={values.manages_people}
          say={(manages_people) => change({ manages_people })}
        />
        <Tick
          label={people.disable}
          on={values.disabled}
          say={(disabled) => change({ disabled })}
        />
        {changing.error && <Trouble why={changing.error} />}
        <div className="row">
          <button className="button strong" type="submit" disabled={changing.isPending}>
            {people.save}
          </button>
          <button className="button" type="button" onClick={onClose}>
            {words.close}
          </button>
        </div>
      </form>
      {!person.by_provider && <NewPassword person={person} />}
      <Deed
        lead={people.endSessionsLead}
        what={people.endSessions}
        done={people.sessionsEnded}
        ask={accounts.endSessions(person.name)}
      />
      {person.second_factor && (
        <Deed
          lead={people.resetFactorsLead}
          what={people.resetFactors}
          done={people.factorsReset}
          ask={accounts.resetFactors(person.name)}
        />
      )}
    </Sheet>
  );
}

// Said to them by another way than the mail that may be read.
function NewPassword({ person }: { person: Person }) {
  const { people, begin } = useWords();
  const [password, setPassword] = useState("");
  const setting = useAsk(accounts.resetPassword(person.name), ["people"], () => setPassword(""));
  return (
    <form
      className="card stack"
      aria-label={people.newPassword}
      onSubmit={(event) => {
        event.preventDefault();
        setting.mutate(password);
      }}
    >
      <Field
        label={people.newPassword}
        hint={`${begin.newPasswordHint} ${people.newPasswordHint}`}
        type="password"
        value={password}
        say={setPassword}
        autoComplete="new-password"
        minLength={12}
        required
      />
      {setting.error && <Trouble why={setting.error} />}
      <p role="status">{setting.isSuccess && people.passwordSet}</p>
      <button className="button start" type="submit" disabled={setting.isPending}>
        {people.setPassword}
      </button>
    </form>
  );
}

interface DeedProps {
  lead: string;
  what: string;
  done: string;
  ask: () => Promise<unknown>;
}

// What is done to an account at once, by one button.
function Deed({ lead, what, done, ask }: DeedProps) {
  const doing = useAsk(ask, ["people"]);
  return (
    <div className="card stack">
      <p>{lead}</p>
      {doing.error && <Trouble why={doing.error} />}
      <p role="status">{doing.isSuccess && done}</p>
      <button
        type="button"
        className="button start"
        disabled={doing.isPending}
        onClick={() => doing.mutate(undefined)}
      >
        {what}
      </button>
    </div>
  );
}

import { useState } from "react";

import { usePeople } from "../../api/queries";
import type { Person } from "../../api/types";
import { managesPeople, useMe } from "../../app/me";
import { Loading } from "../../parts/Loading";
import { ScrollBox } from "../../parts/ScrollBox";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { AddPerson } from "./AddPerson";
import { ChangePerson } from "./ChangePerson";
import { DemandFactors } from "./DemandFactors";

export function PeopleScreen() {
  const { people: words } = useWords();
  const { me } = useMe();
  const people = usePeople();
  const [changing, setChanging] = useState("");
  if (people.isPending) return <Loading />;
  if (!people.data) return <Trouble why={people.error} again={() => void people.refetch()} />;
  const changed = people.data.find(({ name }) => name === changing);
  return (
    <div className="stack wide">
      <Title title={words.title} lead={words.lead} />
      <ScrollBox label={words.title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.login}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.where}</th>
              {managesPeople(me) && (
                <th scope="col">
                  <span className="only-read">{words.change}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {people.data.map((person) => (
              <Line
                key={person.name}
                person={person}
                {...(managesPeople(me) && { change: () => setChanging(person.name) })}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {changed && <ChangePerson person={changed} onClose={() => setChanging("")} />}
      {managesPeople(me) ? <AddPerson /> : <p className="soft">{words.onlyLead}</p>}
      {managesPeople(me) && <DemandFactors people={people.data} />}
    </div>
  );
}

function Line({ person, change }: { person: Person; change?: () => void }) {
  const { people: words, roles } = useWords();
  return (
    <tr>
      <th scope="row">{person.display_name}</th>
      <td>{person.name}</td>
      <td>
        {roles[person.role]} <span className="soft">({words.explain[person.role]})</span>
      </td>
      <td>
        {person.disabled ? (
          <span className="tag warn">{words.disabled}</span>
        ) : person.everywhere === false ? (
          words.whereGiven
        ) : (
          words.whereAll
        )}
      </td>
      {change && (
        <td>
          <button
            type="button"
            className="button"
            aria-label={`${words.change} ${person.display_name}`}
            onClick={change}
          >
            {words.change}
          </button>
        </td>
      )}
    </tr>
  );
}

import { usePeople } from "../../api/queries";
import { managesPeople, useMe } from "../../app/me";
import { Loading } from "../../parts/Loading";
import { ScrollBox } from "../../parts/ScrollBox";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { AddPerson } from "./AddPerson";

export function PeopleScreen() {
  const { people: words, roles } = useWords();
  const { me } = useMe();
  const people = usePeople();
  if (people.isPending) return <Loading />;
  if (!people.data) return <Trouble why={people.error} again={() => void people.refetch()} />;
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
            </tr>
          </thead>
          <tbody>
            {people.data.map((person) => (
              <tr key={person.name}>
                <th scope="row">{person.display_name}</th>
                <td>{person.name}</td>
                <td>
                  {roles[person.role]} <span className="soft">({words.explain[person.role]})</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {managesPeople(me) ? <AddPerson /> : <p className="soft">{words.onlyLead}</p>}
    </div>
  );
}

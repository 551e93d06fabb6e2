import type { Incident } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { useWords } from "../../words";

type Member = Incident["accounts"][number];

export function Perimeter() {
  const { status } = useWords();
  const { accounts, hosts } = useThisIncident();
  return (
    <section className="card stack" aria-label={status.known}>
      <h2>{status.known}</h2>
      <Members title={status.accounts(accounts.length)} members={accounts} />
      <Members title={status.hosts(hosts.length)} members={hosts} />
    </section>
  );
}

function Members({ title, members }: { title: string; members: readonly Member[] }) {
  const { status } = useWords();
  return (
    <div>
      <h3>{title}</h3>
      <ul role="list">
        {members.map((member) => (
          <li key={member.name}>
            {member.name} <span className="soft small">{status.standing[member.standing]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

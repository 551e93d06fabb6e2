import { useFindings, useIndicators } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { type Bond, bondsOf, drawn, sideOf } from "./links";
import { Picture } from "./Picture";

const lane = 24;

export function BondsPicture() {
  const { pictures } = useWords();
  const { bonds: words } = pictures;
  const incident = useThisIncident();
  const bonds = bondsOf(useFindings(incident.id).data ?? []);
  const [accounts, addresses] = [sideOf(bonds, "account"), sideOf(bonds, "address")];
  const first = addresses[0] ?? "";
  const met = bonds.filter(({ address }) => address === first).length;
  return (
    <Picture
      title={words.title}
      says={
        bonds.length > 0
          ? words.sentence(accounts.length, addresses.length, first, met)
          : pictures.nothing
      }
      legend={words.legend}
      columns={[pictures.account, pictures.address, { title: words.findings, number: true }]}
      rows={bonds.map((bond) => [bond.account, bond.address, bond.findings])}
    >
      {bonds.length > 0 && (
        <Graph bonds={bonds} accounts={drawn(accounts)} addresses={drawn(addresses)} />
      )}
    </Picture>
  );
}

interface GraphProps {
  bonds: readonly Bond[];
  accounts: readonly string[];
  addresses: readonly string[];
}

function Graph({ bonds, accounts, addresses }: GraphProps) {
  const incident = useThisIncident();
  const watched = new Set((useIndicators(incident.id).data ?? []).map(({ value }) => value));
  const compromised = new Set(
    incident.accounts.filter(({ standing }) => standing === "compromised").map(({ name }) => name),
  );
  const height = Math.max(accounts.length, addresses.length) * lane + 8;
  const y = (names: readonly string[], name: string) =>
    (names.indexOf(name) + 0.5) * (height / names.length);
  return (
    <svg className="drawing" viewBox={`0 0 960 ${height}`} aria-hidden="true">
      {bonds
        .filter((bond) => accounts.includes(bond.account) && addresses.includes(bond.address))
        .map((bond) => (
          <path
            key={`${bond.account} ${bond.address}`}
            className={watched.has(bond.address) ? "pic-bond watched" : "pic-bond"}
            strokeWidth={Math.min(7, 0.75 + bond.findings)}
            d={`M372 ${y(accounts, bond.account)} C 500 ${y(accounts, bond.account)}, 560 ${y(addresses, bond.address)}, 690 ${y(addresses, bond.address)}`}
          />
        ))}
      {accounts.map((name) => (
        <text key={name} className="pic-text" x={364} y={y(accounts, name) + 5} textAnchor="end">
          {`${name.slice(0, 44)}${compromised.has(name) ? " ●" : ""}`}
        </text>
      ))}
      {addresses.map((name) => (
        <text key={name} className="pic-text" x={698} y={y(addresses, name) + 5}>
          {`${watched.has(name) ? "◆ " : ""}${name}`}
        </text>
      ))}
    </svg>
  );
}

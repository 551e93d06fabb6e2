import { useEvidence } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { Loading } from "../../parts/Loading";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { Pieces } from "./Pieces";

export function EvidenceScreen() {
  const { evidence: words } = useWords();
  const incident = useThisIncident();
  const evidence = useEvidence(incident.id);
  if (evidence.isPending) return <Loading />;
  if (!evidence.data) return <Trouble why={evidence.error} again={() => void evidence.refetch()} />;
  return (
    <div className="stack wide">
      <Title title={words.title} incident={incident.title} lead={words.lead} />
      <Pieces pieces={evidence.data} />
    </div>
  );
}

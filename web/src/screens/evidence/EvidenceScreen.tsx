import { useEvidence } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { mayAct, useMe } from "../../app/me";
import { Loading } from "../../parts/Loading";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { Analyse } from "./Analyse";
import { Drop } from "./Drop";
import { Pieces } from "./Pieces";
import { Rules } from "./Rules";
import { TellFields } from "./TellFields";
import { useTold } from "./told";

export function EvidenceScreen() {
  const { evidence: words } = useWords();
  const incident = useThisIncident();
  const { me } = useMe();
  const evidence = useEvidence(incident.id);
  const telling = useTold(incident.id);
  if (evidence.isPending) return <Loading />;
  if (!evidence.data) return <Trouble why={evidence.error} again={() => void evidence.refetch()} />;
  return (
    <div className="stack wide">
      <Title title={words.title} incident={incident.title} lead={words.lead} />
      {mayAct(me) && <Drop told={telling.told} />}
      {mayAct(me) && <TellFields {...telling} />}
      {mayAct(me) && evidence.data.length > 0 && <Analyse told={telling.told} />}
      <Rules />
      <Pieces pieces={evidence.data} />
    </div>
  );
}

import { usePlan, useSeverity } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { mayAct, useMe } from "../../app/me";
import { Loading } from "../../parts/Loading";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { DecideForm } from "./DecideForm";
import { Decisions } from "./Decisions";
import { Degree } from "./Degree";
import { Inputs } from "./Inputs";
import { NextQuestion } from "./NextQuestion";
import { Rounds } from "./Rounds";

export function QualifyScreen() {
  const { qualify } = useWords();
  const incident = useThisIncident();
  const { me } = useMe();
  const severity = useSeverity(incident.id);
  const plan = usePlan(incident.id);
  if (severity.isPending || plan.isPending) return <Loading />;
  if (!severity.data || !plan.data) {
    return <Trouble why={severity.error ?? plan.error} again={() => void severity.refetch()} />;
  }
  return (
    <div className="stack wide">
      <Title title={qualify.title} incident={incident.title} lead={qualify.lead} />
      <div className="columns">
        <Degree severity={severity.data} />
        <Rounds severity={severity.data} />
      </div>
      <NextQuestion severity={severity.data} />
      <Inputs severity={severity.data} />
      {mayAct(me) && <DecideForm severity={severity.data} />}
      <Decisions severity={severity.data} />
    </div>
  );
}

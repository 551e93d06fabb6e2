import { useClocks, usePlan, useSeverity } from "../../api/queries";
import { useThisIncident } from "../../app/incident";
import { Loading } from "../../parts/Loading";
import { dayAndTime } from "../../parts/time";
import { Title } from "../../parts/Title";
import { useNow } from "../../parts/useNow";
import { useSpeech } from "../../words";
import { Degree } from "../qualify/Degree";
import { LastLines } from "./LastLines";
import { NextClocks } from "./NextClocks";
import { OwedSteps } from "./OwedSteps";
import { Perimeter } from "./Perimeter";
import { Progress } from "./Progress";

// For the management: to be read, or printed; nothing can be changed here.
export function StatusScreen() {
  const { words, language } = useSpeech();
  const incident = useThisIncident();
  const now = useNow(60_000);
  const severity = useSeverity(incident.id).data;
  const plan = usePlan(incident.id).data;
  const clocks = useClocks(incident.id).data;
  if (!severity || !plan || !clocks) return <Loading />;
  return (
    <div className="stack wide">
      <Title
        title={words.status.title}
        incident={incident.title}
        lead={words.status.asOf(dayAndTime(now, incident.zone, language), incident.zone)}
      >
        <button type="button" className="button no-print" onClick={() => window.print()}>
          {words.status.printIt}
        </button>
      </Title>
      <div className="columns">
        <Degree severity={severity} />
        <Progress plan={plan} />
        <NextClocks clocks={clocks} />
        <Perimeter />
      </div>
      <OwedSteps plan={plan} />
      <LastLines />
    </div>
  );
}

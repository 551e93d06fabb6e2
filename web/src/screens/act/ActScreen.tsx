import { useSearchParams } from "wouter";

import { usePlan } from "../../api/queries";
import type { Plan } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { mayAct, useMe } from "../../app/me";
import { Loading } from "../../parts/Loading";
import { Title } from "../../parts/Title";
import { Trouble } from "../../parts/Trouble";
import { useWords } from "../../words";
import { Calls } from "./Calls";
import { Owed } from "./Owed";
import { Priorities } from "./Priorities";
import { Several } from "./Several";
import { StepCard } from "./StepCard";
import { StepList } from "./StepList";
import { WrongSheet } from "./WrongSheet";
import { current } from "./steps";

export function ActScreen() {
  const incident = useThisIncident();
  const plan = usePlan(incident.id);
  if (plan.isPending) return <Loading />;
  if (!plan.data) return <Trouble why={plan.error} again={() => void plan.refetch()} />;
  return <Acting plan={plan.data} />;
}

// One action at a time, large; what presses and the other steps stand beside it.
function Acting({ plan }: { plan: Plan }) {
  const { me } = useMe();
  const [search] = useSearchParams();
  const named = search.get("step");
  const step = current(plan, named, search.get("account"));
  return (
    <div className="stack wide">
      <Priorities plan={plan} here={step?.priority} />
      <div className="act">
        {step ? (
          <StepCard
            key={`${step.item} ${step.account}`}
            plan={plan}
            step={step}
            named={named !== null}
          />
        ) : (
          <AllDone />
        )}
        <div className="stack wide">
          <Calls calls={plan.calls} />
          <Owed plan={plan} />
          <StepList plan={plan} step={step} />
          {mayAct(me) && <Several plan={plan} priority={step?.priority} />}
          {mayAct(me) && <WrongSheet />}
        </div>
      </div>
    </div>
  );
}

function AllDone() {
  const words = useWords();
  return (
    <div className="card current">
      <Title title={words.act.allDone} lead={words.act.allDoneHint} />
    </div>
  );
}

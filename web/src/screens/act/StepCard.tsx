import { Link } from "wouter";

import { useIncidentSheet } from "../../api/queries";
import type { Plan, PlanStep } from "../../api/types";
import { pathOf, useThisIncident } from "../../app/incident";
import { mayAct, useMe } from "../../app/me";
import { Title } from "../../parts/Title";
import { useWords } from "../../words";
import { Accounts } from "./Accounts";
import { EvidenceSays } from "./EvidenceSays";
import { Standing } from "./Standing";
import { StepAfter, StepBefore } from "./StepText";
import { Scripts } from "./Scripts";
import { Local } from "./Local";
import { Say } from "./Say";

interface Props {
  plan: Plan;
  step: PlanStep;
  named: boolean; // the address asked for it: there is a way back to what comes next
}

export function StepCard({ plan, step, named }: Props) {
  const words = useWords();
  const { me } = useMe();
  const incident = useThisIncident();
  const whole = useIncidentSheet(incident.id, step.item.split("/")[0] ?? "").data;
  const detail = whole?.steps.find(({ id }) => id === step.item);
  const theme = whole?.themes.find(({ id }) => id === step.theme);
  return (
    <article className="card current stack">
      <div className="row small">
        <span className="tag">
          {/^P\d$/.test(step.priority) ? step.priority : words.priority[step.priority]}
        </span>
        <span className="soft">
          {[
            theme?.title === words.priority[step.priority] ? "" : theme?.title,
            step.item.split("/")[1],
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {named && (
          <Link href={pathOf(incident.id, "act")} className="button quiet">
            {words.act.backToNow}
          </Link>
        )}
      </div>
      <Title title={step.title} incident={incident.title} />
      <Accounts plan={plan} step={step} />
      {detail && <StepBefore detail={detail} step={step} />}
      {detail?.text && <p className="measure">{detail.text}</p>}
      <Local step={step} />
      {detail && <Scripts detail={detail} />}
      <EvidenceSays step={step} />
      <Standing step={step} detail={detail} />
      {detail && mayAct(me) && <Say step={step} detail={detail} plan={plan} />}
      {detail && <StepAfter detail={detail} />}
    </article>
  );
}

import { useIncidentSheet, usePlan } from "../../api/queries";
import type { Severity } from "../../api/types";
import { stepPath, useThisIncident } from "../../app/incident";
import { mayAct, useMe } from "../../app/me";
import { useWords } from "../../words";
import { AnswerForm } from "../act/AnswerForm";
import { Link } from "wouter";

// The question whose answer narrows the severity most, to be answered here.
export function NextQuestion({ severity }: { severity: Severity }) {
  const { qualify } = useWords();
  const { me } = useMe();
  const { id } = useThisIncident();
  const item = severity.next?.item ?? "";
  const plan = usePlan(id).data;
  const detail = useIncidentSheet(id, item.split("/")[0] ?? "").data?.steps.find(
    (step) => step.id === item,
  );
  const input = severity.inputs.find((one) => one.input === severity.next?.input);
  if (!severity.next) return <p className="soft">{qualify.noQuestion}</p>;
  const step = plan?.items.find((one) => one.item === item) ?? { item, account: "" };
  return (
    <section className="card stack" aria-label={qualify.nextQuestion}>
      <p className="soft small">{qualify.nextQuestion}</p>
      <h2 className="question">{input?.title}</h2>
      {detail && plan && mayAct(me) && (
        <>
          {detail.title !== input?.title && (
            <p>
              <Link href={stepPath(id, item, step.account)}>{detail.title}</Link>
            </p>
          )}
          {detail.text && <p className="measure">{detail.text}</p>}
          <AnswerForm key={item} step={step} detail={detail} plan={plan} stay />
        </>
      )}
    </section>
  );
}

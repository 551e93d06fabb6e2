import { usePlan, useSheet } from "../../api/queries";
import type { PlanStep, Severity, Step } from "../../api/types";
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
  const detail = useSheet(item.split("/")[0] ?? "").data?.steps.find((step) => step.id === item);
  const input = severity.inputs.find((one) => one.input === severity.next?.input);
  if (!severity.next) return <p className="soft">{qualify.noQuestion}</p>;
  const step = plan?.items.find((one) => one.item === item) ?? (detail && outside(detail));
  return (
    <section className="card stack" aria-label={qualify.nextQuestion}>
      <p className="soft small">{qualify.nextQuestion}</p>
      <h2 className="question">{input?.title}</h2>
      {detail && step && plan && mayAct(me) && (
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

// A question of another sheet than those in use stands in no plan.
const outside = (detail: Step): PlanStep => ({
  type: "plan-step",
  item: detail.id,
  kind: "ask",
  account: "",
  priority: detail.priority,
  theme: detail.theme,
  title: detail.title,
  state: "to-do",
  who: "",
  when: null,
  why: "",
  to: "",
  owner: "",
  due: null,
  answer: "",
  asked_again: false,
  evidence: "",
  findings: [],
  hidden: false,
  blockers: [],
  reasons: [],
  warnings: [],
});

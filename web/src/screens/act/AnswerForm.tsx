import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";

import type { Plan, PlanStep, Step } from "../../api/types";
import { writes } from "../../api/writes";
import { pathOf, useThisIncident } from "../../app/incident";
import { Area } from "../../parts/Field";
import { Notice } from "../../parts/Notice";
import { ReceiptLine } from "../../parts/Receipt";
import { useSaved } from "../../parts/saved";
import { ofStep, useDecision } from "../../parts/useDecision";
import { useDraft } from "../../parts/useDraft";
import { useWords } from "../../words";
import { AnswerInput } from "./AnswerInput";

interface Props {
  step: Pick<PlanStep, "item" | "account">;
  detail: Step;
  plan: Plan;
  stay?: boolean; // on this screen, once answered
  onBegin?: () => void;
}

export function AnswerForm({ step, detail, plan, stay = false, onBegin }: Props) {
  const words = useWords();
  const { id } = useThisIncident();
  const [, go] = useLocation();
  const [missing, setMissing] = useState(false);
  const tellSaved = useSaved();
  const draft = useDraft(`${id}/answer|${step.item}|${step.account}`, { value: "", why: "" });
  const answering = useDecision(draft, {
    write: writes.answer(id),
    concerns: ofStep([step]),
    begun: draft.begun,
    onSaved: (receipt) => {
      tellSaved(receipt);
      if (!stay) go(pathOf(id, "act"));
    },
  });
  const { value, why } = draft.values;
  const proposal = plan.conclusions.find(
    (one) => one.item === step.item && one.account === step.account,
  );
  const option = detail.options.find((one) => one.value === value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!value.trim());
    if (!value.trim()) return;
    const account = step.account ? { account: step.account } : {};
    const reason = why.trim() ? { why: why.trim() } : {};
    answering.send({ item: step.item, value: value.trim(), ...account, ...reason });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {proposal?.proposed && (
        <Notice
          title={words.act.proposed}
          lines={[labelOf(detail, proposal.proposed), proposal.reason]}
        />
      )}
      <AnswerInput
        detail={detail}
        value={value}
        say={(said) => {
          if (!draft.begun) onBegin?.();
          draft.change({ value: said });
        }}
        wrong={missing && !value.trim() ? words.act2.valueNeeded : undefined}
      />
      {option?.then && <p className="notice">{option.then}</p>}
      {value !== "" && (
        <Area
          label={words.act2.whyOptional}
          value={why}
          say={(said) => draft.change({ why: said })}
          optional
        />
      )}
      <ReceiptLine sending={answering} draft={draft} />
      <button className="button strong large start" type="submit" disabled={answering.isPending}>
        {words.act2.answer}
      </button>
    </form>
  );
}

const labelOf = (detail: Step, value: string) =>
  detail.options.find((option) => option.value === value)?.label ?? value;

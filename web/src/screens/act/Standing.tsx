import type { PlanStep, Step } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { Notice } from "../../parts/Notice";
import { dayAndTime } from "../../parts/time";
import { useSpeech } from "../../words";
import { marks } from "./steps";

// Where the step stands, once somebody has said something of it.
export function Standing({ step, detail }: { step: PlanStep; detail: Step | undefined }) {
  const { words, language } = useSpeech();
  const { zone } = useThisIncident();
  if (step.state === "to-do" && !step.answer && !step.owner) return null;
  const at = (time: string | null) => time && `${dayAndTime(time, zone, language)} (${zone})`;
  const option = detail?.options.find(({ value }) => value === step.answer);
  const untouched = step.answer !== "" || step.state === "to-do";
  const state = untouched ? "" : `${marks[step.state]} ${words.state[step.state]}`;
  return (
    <Notice
      title={words.act.stands}
      lines={[
        [state, step.who && words.act.by(step.who), at(step.when)].filter(Boolean).join(", "),
        step.answer && `${words.act.answered}${words.colon}${option?.label ?? step.answer}`,
        option?.then ?? "",
        step.owner && `${words.act.owner}${words.colon}${step.owner}`,
        step.to && `${words.act2.to}${words.colon}${step.to}`,
        step.due ? `${words.act2.due(zone)}${words.colon}${at(step.due) ?? ""}` : "",
        step.why && `${words.act2.why}${words.colon}${step.why}`,
      ]}
    />
  );
}

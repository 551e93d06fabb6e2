import { Link } from "wouter";

import { usePlan } from "../../api/queries";
import type { PlanStep } from "../../api/types";
import { stepPath, useThisIncident } from "../../app/incident";
import { useWords } from "../../words";
import { type Stage, stagesOf } from "./owed";
import { Picture } from "./Picture";

const lane = 34;
const [left, right] = [178, 760];

export function ProgressPicture() {
  const words = useWords();
  const { progress } = words.pictures;
  const plan = usePlan(useThisIncident().id).data;
  const stages = plan ? stagesOf(plan) : [];
  const sum = (count: (stage: Stage) => number) =>
    stages.reduce((total, stage) => total + count(stage), 0);
  const settled = sum((stage) => stage.settled);
  const owed = sum((stage) => stage.owed);
  const total = settled + owed + sum((stage) => stage.open);
  return (
    <Picture
      title={progress.title}
      says={progress.sentence(settled, total, owed)}
      columns={[
        progress.priority,
        { title: progress.settled, number: true },
        { title: progress.owed, number: true },
        { title: progress.open, number: true },
        progress.owedSteps,
      ]}
      rows={stages.map((stage) => [
        words.priority[stage.priority],
        stage.settled,
        stage.owed,
        stage.open,
        <OwedList key={stage.priority} owed={stage.owedSteps} />,
      ])}
      legend={`■ ${progress.settled}   ▨ ${progress.owed}   □ ${progress.open}`}
    >
      {stages.length > 0 && <Bars stages={stages} />}
    </Picture>
  );
}

function OwedList({ owed }: { owed: readonly PlanStep[] }) {
  const { id } = useThisIncident();
  const { state } = useWords();
  return owed.map((step) => (
    <p key={`${step.item} ${step.account}`}>
      <Link href={stepPath(id, step.item, step.account)}>{step.title}</Link>{" "}
      <span className="soft">
        {[step.account, state[step.state], step.to, step.why].filter(Boolean).join(" · ")}
      </span>
    </p>
  ));
}

function Bars({ stages }: { stages: readonly Stage[] }) {
  const words = useWords();
  const { progress } = words.pictures;
  const totals = stages.map((stage) => stage.settled + stage.owed + stage.open);
  const unit = (right - left) / Math.max(...totals);
  return (
    <svg className="drawing" viewBox={`0 0 960 ${stages.length * lane}`} aria-hidden="true">
      {stages.map((stage, place) => {
        const y = place * lane + 6;
        const [settled, owed] = [stage.settled * unit, stage.owed * unit];
        return (
          <g key={stage.priority}>
            <text className="pic-text" x={4} y={y + 16}>
              {words.priority[stage.priority]}
            </text>
            <rect className="pic-settled" x={left} y={y} width={settled} height={22} />
            <rect className="pic-owed" x={left + settled} y={y} width={owed} height={22} />
            <rect
              className="pic-open"
              x={left + settled + owed}
              y={y}
              width={stage.open * unit}
              height={22}
            />
            <text className="pic-text" x={left + (totals[place] ?? 0) * unit + 8} y={y + 16}>
              {`${stage.settled}/${totals[place] ?? 0}${
                stage.owed > 0 ? ` · ${stage.owed} ${progress.owed}` : ""
              }`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

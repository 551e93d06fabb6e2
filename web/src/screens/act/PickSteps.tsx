import type { PlanStep, Trouble } from "../../api/types";
import { Tick } from "../../parts/Tick";
import { useWords } from "../../words";
import { keyOf } from "./several";

interface Props {
  steps: readonly PlanStep[];
  picked: readonly string[];
  say: (picked: string[]) => void;
  refused: readonly { key: string; problem: Trouble }[];
  wrong: string | undefined;
}

export function PickSteps({ steps, picked, say, refused, wrong }: Props) {
  const { act } = useWords();
  const turn = (key: string, on: boolean) =>
    say(on ? [...picked, key] : picked.filter((one) => one !== key));
  const all = steps.map(keyOf);
  const whole = all.every((key) => picked.includes(key));
  return (
    <fieldset>
      <legend>{act.steps}</legend>
      <button type="button" className="button start" onClick={() => say(whole ? [] : all)}>
        {whole ? act.severalNobody : act.severalAll(all.length)}
      </button>
      <div className="stack tight picks">
        {steps.map((step) => {
          const key = keyOf(step);
          const why = refused.find((one) => one.key === key)?.problem;
          return (
            <div key={key}>
              <Tick
                label={[step.title, step.account].filter(Boolean).join(" — ")}
                on={picked.includes(key)}
                say={(on) => turn(key, on)}
              />
              {why && (
                <p className="wrong small" role="alert">
                  {why.detail || why.title}
                </p>
              )}
            </div>
          );
        })}
      </div>
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}

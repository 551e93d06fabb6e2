import type { Step } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { Choice } from "../../parts/Choice";
import { Field } from "../../parts/Field";
import { Tick } from "../../parts/Tick";
import { fromWallClock } from "../../parts/time";
import { useWords } from "../../words";

interface Props {
  detail: Step;
  value: string;
  say: (value: string) => void;
  wrong: string | undefined;
}

// What a question takes; "I don't know" is always one of its answers.
export function AnswerInput({ detail, value, say, wrong }: Props) {
  const words = useWords();
  const typed = detail.options.length === 0;
  return (
    <>
      {detail.answer === "choice" && (
        <Choice
          row
          label={words.act.answerFirst}
          value={value}
          options={detail.options}
          say={say}
        />
      )}
      {detail.answer === "several" && <Several detail={detail} value={value} say={say} />}
      {typed && (
        <>
          <Typed detail={detail} value={value === "unknown" ? "" : value} say={say} />
          <Tick
            label={words.unknown}
            on={value === "unknown"}
            say={(on) => say(on ? "unknown" : "")}
          />
        </>
      )}
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}

function Several({ detail, value, say }: Omit<Props, "wrong">) {
  const words = useWords();
  const chosen = value.split(",").filter(Boolean);
  const turn = (option: string, on: boolean) => {
    if (option === "unknown" || option === "no") return say(on ? option : "");
    const rest = chosen.filter((one) => one !== option && one !== "unknown" && one !== "no");
    say([...rest, ...(on ? [option] : [])].join(","));
  };
  return (
    <fieldset>
      <legend>{words.act.answerFirst}</legend>
      {detail.options.map((option) => (
        <Tick
          key={option.value}
          label={option.label}
          on={chosen.includes(option.value)}
          say={(on) => turn(option.value, on)}
        />
      ))}
    </fieldset>
  );
}

function Typed({ detail, value, say }: Omit<Props, "wrong">) {
  const { act2 } = useWords();
  const { zone } = useThisIncident();
  if (detail.answer === "moment") {
    return (
      <Field
        label={act2.occurred(zone)}
        type="datetime-local"
        defaultValue={value.slice(0, 16)}
        say={(text) => say(fromWallClock(text, zone) ?? "")}
      />
    );
  }
  const hints: Partial<Record<Step["answer"], string>> = {
    number: act2.number,
    duration: act2.duration,
    text: "",
  };
  return (
    <Field
      label={act2.value}
      hint={hints[detail.answer] ?? act2.names}
      inputMode={detail.answer === "number" ? "numeric" : "text"}
      value={value}
      say={say}
    />
  );
}

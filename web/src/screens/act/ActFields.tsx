import type { ActionState } from "../../api/types";
import { useThisIncident } from "../../app/incident";
import { Choice } from "../../parts/Choice";
import { Area, Field } from "../../parts/Field";
import { Notice } from "../../parts/Notice";
import { useWords } from "../../words";
import type { ActValues, Needs, Wrong } from "./act";

interface Props {
  values: ActValues;
  change: (part: Partial<ActValues>) => void;
  needs: Needs;
  state: ActionState;
  wrong: Wrong;
  preservation: readonly string[];
}

export function ActFields({ values, change, needs, state, wrong, preservation }: Props) {
  const { act, act2 } = useWords();
  const { zone } = useThisIncident();
  const carriedOut = state === "done" || state === "partial";
  const dated = state === "delegated" || state === "postponed" || state === "in-progress";
  return (
    <>
      {needs.impact && (
        <Field
          label={act2.acceptImpact}
          hint={act2.acceptImpactHint}
          value={values.acceptedBy}
          say={(acceptedBy) => change({ acceptedBy })}
          required
        />
      )}
      {needs.preservation && (
        <>
          <Notice kind="warn" title={act.preserve} lines={preservation} />
          <Preserved values={values} change={change} wrong={wrong} />
        </>
      )}
      {needs.to && (
        <Field
          label={act2.to}
          value={values.to}
          say={(to) => change({ to })}
          wrong={wrong === "to" ? act2.toNeeded : undefined}
          required
        />
      )}
      <Area
        label={needs.despite ? act2.despite : needs.why ? act2.why : act2.whyOptional}
        value={values.why}
        say={(why) => change({ why })}
        wrong={wrong === "why" ? act2.whyNeeded : undefined}
        optional={!needs.why}
      />
      {carriedOut && (
        <Area
          label={act2.effect}
          hint={act2.effectHint}
          value={values.effect}
          say={(effect) => change({ effect })}
          optional
        />
      )}
      {dated && (
        <Field
          label={act2.due(zone)}
          type="datetime-local"
          value={values.due}
          say={(due) => change({ due })}
          wrong={wrong === "due" ? act2.badTime : undefined}
          optional
        />
      )}
      <Field
        label={act2.occurred(zone)}
        type="datetime-local"
        step={1}
        value={values.occurred}
        say={(occurred) => change({ occurred })}
        wrong={wrong === "occurred" ? act2.badTime : undefined}
      />
    </>
  );
}

function Preserved({ values, change, wrong }: Pick<Props, "values" | "change" | "wrong">) {
  const { act2 } = useWords();
  return (
    <>
      <Choice
        row
        label={act2.preserved}
        value={values.saved}
        options={[
          { value: "yes", label: act2.preservedYes },
          { value: "no", label: act2.preservedNo },
        ]}
        say={(saved) => change({ saved })}
      />
      {wrong === "saved" && (
        <p className="wrong" role="alert">
          {act2.savedNeeded}
        </p>
      )}
      {values.saved !== "" && (
        <Field
          label={values.saved === "yes" ? act2.preservedBy : act2.waivedBy}
          value={values.savedBy}
          say={(savedBy) => change({ savedBy })}
          required
        />
      )}
    </>
  );
}

import { useId } from "react";

import { useParticipants } from "../api/queries";
import { useThisIncident } from "../app/incident";
import { Field } from "./Field";

interface Props {
  label: string;
  value: string;
  say: (name: string) => void;
  required?: boolean;
}

// A name: of somebody who may sign in, or of anybody else.
export function PersonField(props: Props) {
  const list = useId();
  const people = useParticipants(useThisIncident().id).data ?? [];
  return (
    <>
      <Field {...props} list={list} autoComplete="off" optional={!props.required} />
      <datalist id={list}>
        {people.map(({ name, display_name }) => (
          <option key={name} value={display_name} />
        ))}
      </datalist>
    </>
  );
}

import { useId } from "react";

interface Props<Value extends string> {
  label: string;
  value: Value | "";
  options: readonly { value: Value; label: string }[];
  say: (value: Value) => void;
  row?: boolean;
}

// One of several, all in sight, each as large as a finger.
export function Choice<Value extends string>({ label, value, options, say, row }: Props<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className={row ? "row" : "stack tight"}>
        {options.map((option) => (
          <label className="tick" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => say(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

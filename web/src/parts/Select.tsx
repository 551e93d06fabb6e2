import { useId } from "react";

interface Props<Value extends string> {
  label: string;
  value: Value | "";
  options: readonly { value: Value; label: string }[];
  say: (value: Value) => void;
}

// One of many; nothing is chosen for the person.
export function Select<Value extends string>({ label, value, options, say }: Props<Value>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => say(event.target.value as Value)} required>
        <option value="" disabled />
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

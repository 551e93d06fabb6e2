interface Props {
  label: string;
  on: boolean;
  say: (on: boolean) => void;
}

export const Tick = ({ label, on, say }: Props) => (
  <label className="tick">
    <input type="checkbox" checked={on} onChange={(event) => say(event.target.checked)} />
    {label}
  </label>
);

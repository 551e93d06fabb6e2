interface Props {
  title: string;
  lines: readonly string[];
  kind?: "warn" | "danger" | "good";
}

// A framed remark; nothing at all when it has nothing to say.
export function Notice({ title, lines, kind }: Props) {
  const said = lines.filter(Boolean);
  if (said.length === 0) return null;
  return (
    <div className={kind ? `notice ${kind}` : "notice"}>
      <strong>{title}</strong>
      {said.length === 1 ? (
        <p>{said[0]}</p>
      ) : (
        <ul>
          {said.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { useWords } from "../../words";

const quiet = 4; // light modules around, which readers need

// Dark on light whatever the theme: many readers take no other. Who does not see it types the secret.
export function QrCode({ rows }: { rows: readonly string[] }) {
  const { account: words } = useWords();
  const side = rows.length + 2 * quiet;
  const path = rows.flatMap((row, y) =>
    [...row].map((dark, x) => (dark === "1" ? `M${x + quiet} ${y + quiet}h1v1h-1z` : "")),
  );
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={words.qr}>
      <rect className="light" width={side} height={side} />
      <path className="dark" d={path.join("")} shapeRendering="crispEdges" />
    </svg>
  );
}

const line = 16; // pixels from one line of text to the next
const letter = 7.2; // pixels that a letter takes, about

interface Label {
  x: number;
  y: number;
  end: boolean; // the text ends at x
  text: string;
}

const span = ({ x, end, text }: Label) => {
  const long = text.length * letter;
  return end ? [x - long, x] : [x, x + long];
};

function meet(a: Label, b: Label): boolean {
  const [fromA = 0, toA = 0] = span(a);
  const [fromB = 0, toB = 0] = span(b);
  return fromA < toB && fromB < toA && Math.abs(a.y - b.y) < line;
}

// Each in its place, or just below those that came before it; the first keeps its own.
export function spread(labels: readonly Label[]): Label[] {
  const placed: Label[] = [];
  for (const label of labels) {
    let { y } = label;
    const clash = () => placed.find((one) => meet({ ...label, y }, one));
    for (let hit = clash(); hit; hit = clash()) y = hit.y + line;
    placed.push({ ...label, y });
  }
  return placed;
}

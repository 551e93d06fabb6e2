// From moments to pixels. Where nothing happens for long, the axis is cut, so that an attack of a day
// in April and a containment in May are both readable.
const cutAbove = 0.35; // of the time that is drawn: a longer silence is cut
const mostCuts = 4;
const cutWidth = 36; // pixels that a cut takes
const leastStretch = 96; // pixels, however short what happened is

export interface Stretch {
  from: number; // milliseconds
  to: number;
  left: number; // pixels
  right: number;
}

export interface Scale {
  stretches: Stretch[];
  at: (moment: number) => number;
}

// `moments`: milliseconds, in any order; at least one.
export function brokenScale(moments: readonly number[], left: number, right: number): Scale {
  const stretches = spread(groups([...moments].sort((a, b) => a - b)), left, right);
  const at = (moment: number) => {
    const home = stretches.find(({ to }) => moment <= to) ?? stretches.at(-1);
    if (!home) return left;
    const part = home.to > home.from ? (moment - home.from) / (home.to - home.from) : 0.5;
    return home.left + Math.min(1, Math.max(0, part)) * (home.right - home.left);
  };
  return { stretches, at };
}

// Cut at the longest silence, again and again, as long as one is most of what is left.
function groups(sorted: number[]): { from: number; to: number }[] {
  const gaps = sorted.slice(1).map((to, place) => ({ place, length: to - (sorted[place] ?? to) }));
  let drawn = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  const cuts = new Set<number>();
  for (const { place, length } of gaps.toSorted((a, b) => b.length - a.length)) {
    if (length <= drawn * cutAbove || cuts.size === mostCuts) break;
    cuts.add(place);
    drawn -= length;
  }
  const out: { from: number; to: number }[] = [];
  sorted.forEach((moment, place) => {
    const last = out.at(-1);
    if (last && !cuts.has(place - 1)) last.to = moment;
    else out.push({ from: moment, to: moment });
  });
  return out;
}

// Each stretch gets the least width, and what is left by its length of time.
function spread(parts: { from: number; to: number }[], left: number, right: number): Stretch[] {
  const cuts = (parts.length - 1) * cutWidth;
  const free = Math.max(0, right - left - cuts - parts.length * leastStretch);
  const time = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  let x = left;
  return parts.map(({ from, to }) => {
    const share = time > 0 ? (to - from) / time : 1 / parts.length;
    const stretch = { from, to, left: x, right: x + leastStretch + share * free };
    x = stretch.right + cutWidth;
    return stretch;
  });
}

export const day = 86_400_000;
const minutes = [5, 15, 60, 180, 360, 720, 1440, 7 * 1440, 30 * 1440].map((one) => one * 60_000);

export interface Ticks {
  moments: number[];
  step: number; // milliseconds
}

// Round moments of a stretch, at least `apart` pixels from each other; its start when none fits.
// `offset`: milliseconds that the zone's clocks are ahead of UTC, so that midnight is theirs.
export function ticksOf({ from, to, left, right }: Stretch, apart: number, offset: number): Ticks {
  const most = Math.max(1, Math.floor((right - left) / apart));
  const step = minutes.find((one) => (to - from) / one <= most) ?? Math.ceil((to - from) / most);
  const moments: number[] = [];
  const first = Math.ceil((from + offset) / step) * step - offset;
  for (let tick = first; tick <= to; tick += step) moments.push(tick);
  return moments.length > 0 ? { moments, step } : { moments: [from], step: 0 };
}

// The outline of the land: Natural Earth 1:110 m (public domain), as the package world-atlas packs it
// (TopoJSON: arcs of differences, shared by the rings). Nothing is asked of any network.
import topology from "world-atlas/land-110m.json";

export type Position = readonly [east: number, north: number]; // degrees

const { scale, translate } = topology.transform;

function positions(arc: readonly (readonly number[])[]): Position[] {
  let [x, y] = [0, 0];
  return arc.map(([east = 0, north = 0]) => {
    x += east;
    y += north;
    return [
      x * (scale[0] ?? 1) + (translate[0] ?? 0),
      y * (scale[1] ?? 1) + (translate[1] ?? 0),
    ] as const;
  });
}

// Each ring is closed; -1 - i is arc i from its end to its start.
export function landRings(): Position[][] {
  const arcs = topology.arcs.map(positions);
  const arc = (index: number) =>
    index < 0 ? [...(arcs[-1 - index] ?? [])].reverse() : (arcs[index] ?? []);
  return topology.objects.land.geometries.flatMap(({ arcs: polygons }) =>
    polygons.flatMap((rings) => rings.map((ring) => ring.flatMap(arc))),
  );
}

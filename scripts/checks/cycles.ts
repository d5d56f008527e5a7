/** Who points at whom. */
export type Arrows = ReadonlyMap<string, readonly string[]>;

/** A way that comes back to where it began, with that place at both ends; null when there is none. */
export function findCycle(arrows: Arrows): string[] | null {
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | null => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return null;
    for (const next of arrows.get(path) ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of arrows.keys()) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return null;
}

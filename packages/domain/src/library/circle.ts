/**
 * Keys that require each other in a circle, each the next one and the last the first; [] if there
 * are none. Keys that nobody defines count for nothing. Takes time by the number of requirements.
 */
export function findCircle(requires: ReadonlyMap<string, readonly string[]>): string[] {
  const held = heldBack(requires);
  const [start] = held;
  if (start === undefined) return [];
  const way = new Set<string>();
  for (let at = start; ;) {
    if (way.has(at)) return [...way].slice([...way].indexOf(at));
    way.add(at);
    const next = requires.get(at)?.find((key) => held.has(key));
    if (next === undefined) return [];
    at = next;
  }
}

/** What is left when, again and again, the keys are done all of whose requirements are done. */
function heldBack(requires: ReadonlyMap<string, readonly string[]>): Set<string> {
  const open = new Map<string, number>();
  const wanting = new Map<string, string[]>();
  for (const [key, wanted] of requires) {
    const known = wanted.filter((other) => requires.has(other));
    open.set(key, known.length);
    for (const other of known) {
      const list = wanting.get(other);
      if (list) list.push(key);
      else wanting.set(other, [key]);
    }
  }
  const held = new Set(requires.keys());
  const done = [...requires.keys()].filter((key) => open.get(key) === 0);
  for (const key of done) {
    held.delete(key);
    for (const other of wanting.get(key) ?? []) {
      const left = (open.get(other) ?? 0) - 1;
      open.set(other, left);
      if (left === 0) done.push(other);
    }
  }
  return held;
}

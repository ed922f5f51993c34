import { canonical } from "../canonical.ts";
import type { Schema } from "../schema.ts";
import type { Arm, Shape } from "./shape.ts";
import { armName, type Pair, pairByTag, type Pairing, tagKeys } from "./tags.ts";
import { fits, into, onlyIn, say, shown, tried, type Walk } from "./walk.ts";

type CompareArms = (old: Arm, next: Arm, walk: Walk) => void;

/** Finds which alternatives stand for each other, compares those, and names the others. */
export function pairArms(old: Shape, next: Shape, walk: Walk, compare: CompareArms): void {
  const [one, other] = [old.arms[0], next.arms[0]];
  const single = old.arms.length === 1 && next.arms.length === 1;
  if (single && one !== undefined && other !== undefined) return compare(one, other, walk);
  if (isUnclear(old, next, walk)) {
    const what = "alternatives that exclude each other changed, which no rule understands";
    return say(walk, walk.direction === "input" ? "I5" : "O9", { what });
  }
  const { tags, isMoved } = tagOf(old, next, walk);
  if (isMoved) return tagMoved(old, next, walk);
  const [key] = tags;
  const tagged = key === undefined ? null : pairByTag(key, objectsOf(old), objectsOf(next), walk);
  const others = pairByKind(
    tagged === null ? old.arms : withoutObjects(old),
    tagged === null ? next.arms : withoutObjects(next),
    walk,
    compare,
  );
  const pairs = [...(tagged?.pairs ?? []), ...others.pairs];
  for (const pair of pairs) compare(pair.old, pair.next, into(walk, pair.label));
  const left = {
    old: [...(tagged?.left.old ?? []), ...others.left.old],
    next: [...(tagged?.left.next ?? []), ...others.left.next],
  };
  sayLeft(old, left, pairs.length, walk);
}

function objectsOf({ arms }: Shape): Arm[] {
  return arms.filter(({ kind }) => kind === "object");
}

function withoutObjects({ arms }: Shape): Arm[] {
  return arms.filter(({ kind }) => kind !== "object");
}

/** A tag is looked for where either side has several objects to tell apart. */
function tagOf(old: Shape, next: Shape, walk: Walk): { tags: string[]; isMoved: boolean } {
  const [before, after] = [objectsOf(old), objectsOf(next)];
  if (before.length < 2 && after.length < 2) return { tags: [], isMoved: false };
  const [own, others] = [tagKeys(before, walk.roots.old), tagKeys(after, walk.roots.next)];
  const tags = own.filter((key) => others.includes(key));
  const both = before.length > 1 && after.length > 1;
  const isMoved = both && own.length > 0 && others.length > 0 && tags.length === 0;
  return { tags, isMoved };
}

function tagMoved(old: Shape, next: Shape, walk: Walk): void {
  const [from] = tagKeys(objectsOf(old), walk.roots.old);
  const [to] = tagKeys(objectsOf(next), walk.roots.next);
  const what = `alternatives are told apart by ${shown(to)}, no longer by ${shown(from)}`;
  say(walk, walk.direction === "input" ? "I5" : "O8", { what });
}

/** Where exactly one alternative may fit, another one more or less changes what the rest take. */
function isUnclear(old: Shape, next: Shape, { roots }: Walk): boolean {
  if (!excludes(old, roots.old) && !excludes(next, roots.next)) return false;
  return canonical(old) !== canonical(next);
}

function excludes(shape: Shape, root: Schema): boolean {
  if (!shape.exclusive) return false;
  const others = withoutObjects(shape).map(({ kind }) => kind);
  const objects = objectsOf(shape);
  const told = objects.length < 2 || tagKeys(objects, root).length > 0;
  return !told || new Set(others).size < others.length;
}

function pairByKind(
  before: readonly Arm[],
  after: readonly Arm[],
  walk: Walk,
  compare: CompareArms,
): Pairing {
  const pairs: Pair[] = [];
  const left = { old: [...before], next: [...after] };
  const take = (old: Arm, next: Arm) => {
    pairs.push({ old, next, label: "" });
    left.old = left.old.filter((arm) => arm !== old);
    left.next = left.next.filter((arm) => arm !== next);
  };
  for (const old of before) {
    const same = left.next.find((next) => canonical(next) === canonical(old));
    if (same !== undefined) take(old, same);
  }
  for (const old of left.old) {
    const [alike, another] = left.next.filter(({ kind }) => kind === old.kind);
    const alone = left.old.filter(({ kind }) => kind === old.kind).length === 1;
    if (alone && alike !== undefined && another === undefined) take(old, alike);
  }
  dropCovered({ before, after, left }, walk, compare);
  pairNearest(left, walk, compare, take);
  return { pairs, left };
}

/** What one side writes and an alternative of the other takes whole needs no counterpart. */
function dropCovered(
  { before, after, left }: { before: readonly Arm[]; after: readonly Arm[]; left: Pairing["left"] },
  walk: Walk,
  compare: CompareArms,
): void {
  const fit = (old: Arm, next: Arm) => fits(walk, (trial) => compare(old, next, trial));
  if (walk.direction === "input") {
    left.old = left.old.filter((old) => !after.some((next) => fit(old, next)));
  } else {
    left.next = left.next.filter((next) => !before.some((old) => fit(old, next)));
  }
}

/** As many of a kind on both sides are taken for changed ones, the nearest first. */
function pairNearest(
  left: Pairing["left"],
  walk: Walk,
  compare: CompareArms,
  take: (old: Arm, next: Arm) => void,
): void {
  const count = (arms: Arm[], kind: string) => arms.filter((arm) => arm.kind === kind).length;
  const even = (kind: string) => count(left.old, kind) === count(left.next, kind);
  const kinds = new Set(left.old.map(({ kind }) => kind).filter(even));
  for (const old of left.old.filter(({ kind }) => kinds.has(kind))) {
    const distance = (next: Arm) => tried(walk, (trial) => compare(old, next, trial)).length;
    const alike = left.next.filter(({ kind }) => kind === old.kind);
    const [nearest] = alike.toSorted((a, b) => distance(a) - distance(b));
    if (nearest !== undefined) take(old, nearest);
  }
}

function sayLeft(old: Shape, left: Pairing["left"], pairs: number, walk: Walk): void {
  const { roots } = walk;
  const gone = left.old.map((arm) => armName(arm, roots.old));
  const added = left.next.map((arm) => armName(arm, roots.next));
  const isUnion = old.arms.length > 1;
  if (!isUnion && pairs === 0 && gone.length > 0 && added.length > 0) {
    const what = `${gone.join(" or ")} became ${added.join(" or ")}`;
    return say(walk, walk.direction === "input" ? "I5" : "O9", { what });
  }
  if (walk.direction === "input") {
    for (const name of gone) say(walk, isUnion ? "I6" : "I5", { what: `${name} is gone` });
    for (const name of added) {
      say(walk, isUnion ? "I6" : "I11", { what: `${name} is accepted too`, verdict: "safe" });
    }
    return;
  }
  for (const name of onlyIn(gone, added)) {
    say(walk, "O9", { what: `${name} is no longer sent`, verdict: "safe" });
  }
  for (const name of added) say(walk, isUnion ? "O8" : "O9", { what: `${name} may be sent now` });
}

import { isRecord } from "../canonical.ts";
import type { Schema } from "../schema.ts";
import { fieldsOf, tagsOf } from "./fields.ts";
import type { Arm } from "./shape.ts";
import { shown, type Walk } from "./walk.ts";

/** Two alternatives that stand for each other, and how a finding names the place. */
export type Pair = { old: Arm; next: Arm; label: string };

/** Alternatives that were paired, and those that have no counterpart. */
export type Pairing = { pairs: Pair[]; left: { old: Arm[]; next: Arm[] } };

/** The keys whose listed values tell each of some objects from the others. */
export function tagKeys(objects: readonly Arm[], root: Schema): string[] {
  const [first] = objects;
  if (first === undefined) return [];
  return Object.keys(fieldsOf(first.schema, root).named).filter((key) => {
    const tags = objects.map(({ schema }) => tagsOf(schema, key, root));
    const all = tags.flatMap((list) => list ?? []);
    return !tags.includes(null) && new Set(all).size === all.length;
  });
}

/** Pairs objects by what stands under their common tag. */
export function pairByTag(
  key: string,
  old: readonly Arm[],
  next: readonly Arm[],
  { roots }: Walk,
): Pairing {
  const tagsOfOld = old.map((arm) => tagsOf(arm.schema, key, roots.old) ?? []);
  const tagsOfNext = next.map((arm) => tagsOf(arm.schema, key, roots.next) ?? []);
  const pairs = old.flatMap((before, i) =>
    next.flatMap((after, j): Pair[] => {
      const common = tagsOfOld[i]?.filter((tag) => tagsOfNext[j]?.includes(tag)) ?? [];
      if (common.length === 0) return [];
      const label = `(${key}=${common.map(shown).join("|")})`;
      return [{ old: only(before, key, common), next: only(after, key, common), label }];
    }),
  );
  const without = (arms: readonly Arm[], tags: unknown[][], others: unknown[][]) =>
    arms.flatMap((arm, index) => {
      const alone = tags[index]?.filter((tag) => !others.flat().includes(tag)) ?? [];
      return alone.length === 0 ? [] : [only(arm, key, alone)];
    });
  const left = {
    old: without(old, tagsOfOld, tagsOfNext),
    next: without(next, tagsOfNext, tagsOfOld),
  };
  return { pairs, left };
}

/** An object of which only some tags are looked at. */
function only(arm: Arm, key: string, tags: unknown[]): Arm {
  const { properties } = arm.schema;
  const named = isRecord(properties) ? properties : {};
  return { ...arm, schema: { ...arm.schema, properties: { ...named, [key]: { enum: tags } } } };
}

/** An alternative as a person reads it. */
export function armName({ kind, schema }: Arm, root: Schema): string {
  if (kind !== "object") return "enum" in schema ? shown(schema["enum"]) : `a ${kind}`;
  const { named } = fieldsOf(schema, root);
  const [tag] = Object.keys(named).filter((key) => tagsOf(schema, key, root) !== null);
  if (tag !== undefined) return `${tag} ${(tagsOf(schema, tag, root) ?? []).map(shown).join(", ")}`;
  return `an object with ${Object.keys(named).join(", ")}`;
}

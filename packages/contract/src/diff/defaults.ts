import { canonical } from "../canonical.ts";
import type { Schema } from "../schema.ts";
import { resolved, shapeOf } from "./shape.ts";
import { say, shown, type Walk } from "./walk.ts";

/** Compares what is taken for an input, or a key of one, that is left out on both sides. */
export function compareDefaults(old: Schema, next: Schema, walk: Walk): void {
  const [before, after] = [defaultOf(old, walk.roots.old), defaultOf(next, walk.roots.next)];
  if (canonical(before ?? {}) === canonical(after ?? {})) return;
  say(walk, "I12", { what: `the default ${shown(before)} became ${shown(after)}` });
}

function defaultOf(schema: Schema, root: Schema): unknown {
  const whole = resolved(schema, root);
  if ("default" in whole) return whole["default"];
  return shapeOf(whole, root).arms.find((arm) => "default" in arm.schema)?.schema["default"];
}

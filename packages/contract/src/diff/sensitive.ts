import type { Schema } from "../schema.ts";
import { innerOf } from "./fields.ts";
import { resolved } from "./shape.ts";

/** The places of a schema that are stamped as personal or secret. */
export function sensitivePlaces(schema: Schema): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (one: Schema, root: Schema, at: string, above: readonly Schema[]) => {
    const whole = resolved(one, root);
    if (above.includes(whole)) return;
    if (whole["x-sensitive"] === true) found.add(at);
    for (const { step, inner } of innerOf(whole)) {
      walk(inner, step === "<each>" ? inner : root, `${at}${step}`, [...above, whole]);
    }
  };
  walk(schema, schema, "output", []);
  return found;
}

import { z } from "zod";
import type { Rule } from "./rule.ts";

/** A parameter of a rule, as a form asks for it and a page shows it. */
export type Parameter = {
  name: string;
  title: string;
  /** What a number counts: `%`, `days`; null for what counts nothing. */
  unit: string | null;
  /** What holds where there is no policy. */
  standard: unknown;
  /** What it may be, as JSON Schema. */
  schema: z.core.JSONSchema.BaseSchema;
};

/** The parameters of a rule in the order of its schema, read from its own schema. */
export function parametersOf(rule: Pick<Rule, "name" | "parameters" | "defaults">): Parameter[] {
  const { properties = {} } = z.toJSONSchema(rule.parameters);
  const standards = new Map(Object.entries(rule.defaults));
  return Object.entries(properties).map(([name, schema]) => {
    if (typeof schema === "boolean" || typeof schema.title !== "string") {
      throw new Error(`Parameter ${name} of ${rule.name} has no title.`);
    }
    const unit = typeof schema["unit"] === "string" ? schema["unit"] : null;
    return { name, title: schema.title, unit, standard: standards.get(name), schema };
  });
}

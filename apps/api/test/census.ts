import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { appRouter } from "../src/router.ts";

export const root = fileURLToPath(new URL("../../..", import.meta.url));

const Built = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  meta: z.object({
    permission: z.string(),
    errors: z.array(z.string()),
    rate: z.string(),
    key: z.string(),
  }),
  inputs: z.array(z.instanceof(z.core.$ZodType)),
  output: z.instanceof(z.core.$ZodType),
});

export type Procedure = { path: string } & z.infer<typeof Built>;

/** Every procedure of the router, as it was built. */
export function procedures(): Procedure[] {
  const built: Record<string, unknown> = { ...appRouter._def.procedures };
  return Object.entries(built).map(([path, one]) => {
    const parsed = Built.safeParse(typeof one === "function" && "_def" in one ? one._def : one);
    if (!parsed.success) throw new Error(`${path} was not made by query or command.`);
    return { path, ...parsed.data };
  });
}

const Shape = z.object({
  type: z.literal("object"),
  shape: z.record(z.string(), z.instanceof(z.core.$ZodType)),
  catchall: z.instanceof(z.core.$ZodType).optional(),
});

/** The fields of an object schema and whether it refuses all others; null for any other schema. */
export function objectOf(schema: z.core.$ZodType | undefined) {
  const parsed = Shape.safeParse(schema?._zod.def);
  if (!parsed.success) return null;
  const { shape, catchall } = parsed.data;
  return { fields: shape, strict: catchall?._zod.def.type === "never" };
}

const CHANGES = new Set(["transform", "default", "prefault", "catch", "pipe", "custom", "date"]);

/** What in a schema changes or invents a value while parsing: transform, default, coercion. */
export function changesIn(schema: z.core.$ZodType): string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof z.core.$ZodType) {
      const { def } = value._zod;
      if (CHANGES.has(def.type)) found.push(`${at || "."}: ${def.type}`);
      if ("coerce" in def && def.coerce === true) found.push(`${at || "."}: coerce`);
      for (const check of def.checks ?? []) {
        if (check._zod.def.check === "overwrite") found.push(`${at || "."}: overwrite`);
      }
      if (value instanceof z.ZodLazy) walk(value.unwrap(), at);
      else for (const [key, inner] of Object.entries(def)) walk(inner, inside(at, def.type, key));
    } else {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${at}.${key}`);
    }
  };
  walk(schema, "");
  return found;
}

function inside(at: string, type: string, key: string): string {
  return type === "object" && key === "shape" ? at : key === "innerType" ? at : `${at}/${key}`;
}

/** The text of every test that exercises procedures; the generated ones do not count. */
export function testTexts(): string[] {
  const texts: string[] = [];
  for (const folder of ["apps", "packages", "e2e"]) {
    const names = readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" });
    for (const name of names) {
      if (/node_modules|\bdist\b|\.next/.test(name)) continue;
      if (/(census|matrix)\.test\.ts$/.test(name)) continue;
      if (/\.(test|spec)\.tsx?$/.test(name)) {
        texts.push(readFileSync(`${root}${folder}/${name}`, "utf8"));
      }
    }
  }
  return texts;
}

/** `saveDraft` → `save-draft`. */
export function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

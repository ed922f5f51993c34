import { existsSync } from "node:fs";
import { ERRORS, UNIVERSAL } from "@rubric/domain/errors";
import {
  type Permission,
  PERMISSIONS,
  permissionRow,
  SUBJECT_FIELD,
} from "@rubric/domain/permissions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changesIn, kebab, objectOf, procedures, root, testTexts } from "../test/census.ts";

const all = procedures();
const paths = all.map((one) => one.path).toSorted();
const rows = Object.keys(PERMISSIONS).filter((name): name is Permission => name in PERMISSIONS);
const callable = rows.filter((name) => {
  const to: readonly string[] = permissionRow(name).to;
  return !to.every((duty) => duty === "system");
});

/** Answered by routes of their own, behind the same gates (`apps/api/src/files.ts`). */
const routes: readonly string[] = ["candidate.readFile", "evidence.readFile"];

describe("law 15: the table of permissions and the router", () => {
  it("name the same procedures", () => {
    expect(paths.filter((path) => !rows.some((row) => row === path))).toEqual([]);
    expect(callable.filter((row) => !paths.includes(row))).toEqual(routes);
  });

  it("agree on the permission of each procedure", () => {
    expect(all.filter((one) => one.meta.permission !== one.path).map((one) => one.path)).toEqual(
      [],
    );
  });

  it("lead to no procedure that only the worker runs", () => {
    expect(paths.filter((path) => !callable.some((row) => row === path))).toEqual([]);
  });
});

describe("every procedure's input", () => {
  it("is one strict object", () => {
    const loose = all.filter(
      (one) => one.inputs.length !== 1 || objectOf(one.inputs[0])?.strict !== true,
    );
    expect(loose.map((one) => one.path)).toEqual([]);
  });

  it("names its subject by an id, and a public page its organization by the slug", () => {
    const wrong = all.filter(({ path, inputs }) => {
      const row = rows.find((name) => name === path);
      if (row === undefined) return false;
      const { on, to } = permissionRow(row);
      if (on === "instance") return false;
      const fields = objectOf(inputs[0])?.fields ?? {};
      if (on === "org") return to.some((duty) => duty === "anyone") && !("slug" in fields);
      const id = fields[SUBJECT_FIELD[on]];
      return id === undefined || z.safeParse(id, "not an id").success || isOptional(id);
    });
    expect(wrong.map((one) => one.path)).toEqual([]);
  });
});

function isOptional(schema: z.core.$ZodType): boolean {
  return z.safeParse(schema, undefined).success || z.safeParse(schema, null).success;
}

describe("every procedure's output", () => {
  it("is what the schema says: nothing is transformed, coerced or filled in", () => {
    const changed = all
      .map(({ path, output }) => ({ path, changes: changesIn(output) }))
      .filter((one) => one.changes.length > 0);
    expect(changed).toEqual([]);
  });

  it("would be found out if it were", () => {
    const bad = z.object({
      a: z.array(z.object({ b: z.string().transform(Number) })),
      c: z.string().default("x").nullable(),
      d: z.union([z.coerce.number(), z.null()]),
      e: z.record(z.string(), z.string().trim()),
      f: z.preprocess(String, z.string()),
      g: z.lazy(() => z.date()),
    });
    expect(changesIn(bad).map((one) => one.split(": ")[1])).toEqual(
      expect.arrayContaining(["transform", "default", "coerce", "overwrite", "pipe", "date"]),
    );
    expect(changesIn(z.object({ a: z.array(z.uuid()).max(3), b: z.int().nullable() }))).toEqual([]);
  });
});

describe("every procedure's refusals", () => {
  it("are rows of the error table, and no universal one is declared again", () => {
    const wrong = all.flatMap(({ path, meta }) =>
      meta.errors
        .filter((code) => !(code in ERRORS) || UNIVERSAL.has(code))
        .map((code) => `${path}: ${code}`),
    );
    expect(wrong).toEqual([]);
  });

  it("law 14: only sign-in, sign-out and the redeeming of a link take no key", () => {
    const keyless = all.filter((one) => one.type === "mutation" && one.meta.key === "none");
    expect(keyless.map((one) => one.path).toSorted()).toEqual([
      "identity.acceptInvitation",
      "identity.resetPassword",
      "identity.signIn",
      "identity.signOut",
      "record.fetch",
    ]);
  });

  it("what anyone may try again and again is limited as a guess or as public", () => {
    const open = all.filter(({ path, type, meta }) => {
      const row = rows.find((name) => name === path);
      const to: readonly string[] = row === undefined ? [] : permissionRow(row).to;
      return type === "mutation" && to.includes("anyone") && meta.rate === "usual";
    });
    expect(open.map((one) => one.path)).toEqual([]);
  });
});

describe("whoever knows the procedure's name", () => {
  it("knows the file of its verb: the name in kebab-case, in the folder of its feature", () => {
    const lost = paths.filter((path) => {
      const [feature = "", name = ""] = path.split(".");
      return !existsSync(`${root}packages/domain/src/${kebab(feature)}/${kebab(name)}.ts`);
    });
    expect(lost).toEqual([]);
  });

  it("finds a test that calls it", () => {
    const texts = testTexts();
    const untested = paths.filter((path) => {
      const name = new RegExp(`\\b${path.replace(".", "\\.")}\\b`);
      return !texts.some((text) => name.test(text));
    });
    expect(untested).toEqual([]);
  });
});

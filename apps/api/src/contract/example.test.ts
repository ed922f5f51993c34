import { exampleOf } from "@rubric/contract/example";
import { referenceOf } from "@rubric/contract/reference";
import { expect, it } from "vitest";
import { z } from "zod";
import { procedures } from "../../test/census.ts";
import { documentOptions } from "./open-api.ts";
import { ownManifest } from "./own.ts";

const manifest = ownManifest(new Date());
const options = documentOptions("rubric_session");

/** Fields that no schema says enough of: which time zones there are, what sums to a hundred. */
const UNFILLED: Record<string, string[]> = {
  "experiment.draft": ["variants", "variants"],
  "organization.create": ["timeZone"],
  "organization.updateSettings": ["timeZone"],
};

it.each(procedures())("$path: what the reference begins with is taken by its input", (one) => {
  const shown = referenceOf(manifest, one.path, options);
  const [input] = one.inputs;
  if (input === undefined) throw new Error("There is no input.");
  const { error } = z.safeParse(input, exampleOf(shown?.input));
  expect(error?.issues.map(({ path }) => path.join(".")) ?? []).toEqual(UNFILLED[one.path] ?? []);
});

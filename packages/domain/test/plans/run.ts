import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseFrameworkYaml } from "../../src/framework/parse.ts";
import { frameOf } from "../../src/library/frame.ts";
import { ownLibrary } from "../../src/library/own.ts";
import { violationsOf } from "../../src/plan/check.ts";
import { choosePlan } from "../../src/plan/choose.ts";
import type { PlanItem } from "../../src/plan/request.ts";
import { generatePeople, type Person } from "./people.ts";

const FRAMEWORK = new URL("../../content/backend-engineer.yml", import.meta.url);

/** The people for whom plans are made, and the project's own library from which they are. */
export async function ownCases(
  count: number,
): Promise<{ people: Person[]; library: readonly PlanItem[] }> {
  const parsed = parseFrameworkYaml(await readFile(FRAMEWORK, "utf8"));
  if (!parsed.ok) throw new Error(`The own framework, line ${parsed.error.line}.`);
  const library = await ownLibrary(frameOf(parsed.framework));
  return { people: generatePeople(count, parsed.framework, library), library: library.items };
}

/** A digest of each person's plan. */
export function digestsOf(people: readonly Person[], library: readonly PlanItem[]): string[] {
  return people.map(({ request }) =>
    createHash("sha256")
      .update(JSON.stringify(choosePlan(request, library)))
      .digest("hex"),
  );
}

/** What is wrong with each person's plan, in words; a digest of another run that differs included. */
export function planViolations(
  people: readonly Person[],
  library: readonly PlanItem[],
  again: readonly string[],
): string[] {
  const digests = digestsOf(people, library);
  return people.flatMap(({ level, request }, at) => {
    const who = `person ${String(at + 1)} (${level}, ${request.goal})`;
    return [
      ...violationsOf(choosePlan(request, library), request, library),
      ...(digests[at] === again[at] ? [] : ["the second run made another plan"]),
    ].map((words) => `${who}: ${words}`);
  });
}

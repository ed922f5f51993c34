import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { GOALS } from "../../src/plan/request.ts";
import { digestsOf, ownCases, planViolations } from "./run.ts";

const script = fileURLToPath(new URL("check-plans.ts", import.meta.url));

it("makes 500 plans twice, in two processes, and finds nothing wrong with them", () => {
  const run = spawnSync(process.execPath, [script], { encoding: "utf8" });
  expect(run.stdout.trimEnd().split("\n").at(-1)).toBe("500 plans, 0 violations");
  expect(run.status).toBe(0);
}, 60_000);

it("asks for each level and goal, and tells of each plan that came out otherwise", async () => {
  const { people, library } = await ownCases(42);
  const cells = new Set(people.map(({ level, request }) => `${level} ${request.goal}`));
  expect(cells.size).toBe(7 * GOALS.length);
  const again = digestsOf(people, library);
  expect(planViolations(people, library, again)).toEqual([]);
  expect(planViolations(people, library, again.toSpliced(20, 1, "another"))).toEqual([
    "person 21 (vp, learning_path): the second run made another plan",
  ]);
});

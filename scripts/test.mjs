import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { buildWeb, hasWeb } from "./build.mjs";
import { runChecks } from "./checks.mjs";
import { root } from "./environment.mjs";
import { beforeLeaving, isLeaving } from "./leaving.mjs";
import { say, sayFailure, sayNow, step } from "./messages.mjs";
import { main } from "./prepare.mjs";
import { countPlaywright, countVitest, nothing, total } from "./results.mjs";
import { startChild } from "./run.mjs";

const reports = join(root, ".data", "reports", String(process.pid));

await main(async () => {
  mkdirSync(reports, { recursive: true });
  beforeLeaving(() => rmSync(reports, { recursive: true, force: true }));
  const parts = [];
  for (const stage of [checks, database, unitTests, endToEndTests])
    parts.push(await counted(stage));
  const { passed, failed, skipped } = total(parts);
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
});

/** A stage that throws counts as one failure; the next ones still run. */
async function counted(stage) {
  try {
    return await stage();
  } catch (error) {
    if (isLeaving()) throw error;
    sayFailure(error);
    return { ...nothing, failed: 1 };
  }
}

async function checks() {
  sayNow("Checking format, lint and types");
  return { ...nothing, failed: await runChecks() };
}

/** One cluster and one migrated template for all tests; they find them in the environment. */
async function database() {
  const { setup, teardown } = await import("../packages/db/test/global-setup.ts");
  beforeLeaving(teardown);
  await step("Starting a Postgres for the tests", setup);
  return nothing;
}

async function unitTests() {
  sayNow("Unit and integration tests");
  const report = join(reports, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await startChild("vitest", args).ended;
  return countVitest(report, code);
}

async function endToEndTests() {
  if (!hasWeb || !hasSpecs(join(root, "e2e"))) return nothing;
  const browser = await findBrowser();
  await step("Building the web app", buildWeb);
  sayNow("End-to-end tests");
  const report = join(reports, "playwright.json");
  const { code } = await startChild("playwright", ["test", "--reporter=list,json"], {
    cwd: join(root, "e2e"),
    env: { ...browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  }).ended;
  return countPlaywright(report, code);
}

function hasSpecs(folder) {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => name.endsWith(".spec.ts"))
  );
}

import { pageOf } from "../../e2e/people.ts";
import { makeJob, makeOrganization } from "../../e2e/setup-org.ts";
import { isAlive, readVitals, slowDown, type Vitals, watchVitals } from "../../e2e/vitals.ts";
import type { Browser } from "../../e2e/browser.ts";
import { totalOf, watchScripts } from "./loaded-scripts.ts";

const LOADS = 5;
export const SLOWER = 4;

export type PostFigures = {
  /** Gzipped bytes of the scripts until the page is at rest, and once somebody begins to apply. */
  scripts: number;
  whenApplying: number;
  /** The middle of the loads; of how far it jumps the worst. */
  lcp: number;
  cls: number;
};

/** A job's public page as it comes to somebody for the first time, on a slower processor. */
export async function measurePost(browser: Browser): Promise<PostFigures> {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const path = `/${org.slug}/jobs/${job.slug}`;
  await load(browser, path);
  const loads = [];
  for (let n = 0; n < LOADS; n += 1) loads.push(await load(browser, path));
  const lcp = loads.map((one) => one.vitals.lcp).toSorted((a, b) => a - b);
  const [first] = loads;
  return {
    scripts: first?.scripts ?? 0,
    whenApplying: first?.whenApplying ?? 0,
    lcp: lcp[Math.floor(LOADS / 2)] ?? 0,
    cls: Math.max(...loads.map((one) => one.vitals.cls)),
  };
}

async function load(
  browser: Browser,
  path: string,
): Promise<{ scripts: number; whenApplying: number; vitals: Vitals }> {
  const page = await pageOf(browser);
  const scripts = watchScripts(page);
  await watchVitals(page);
  await slowDown(page, SLOWER);
  await page.goto(path, { waitUntil: "networkidle" });
  const atRest = totalOf(await scripts());
  const vitals = await readVitals(page);
  await page.getByLabel("Your name").click();
  await isAlive(page, "#apply input");
  await page.keyboard.type("Casey Candidate");
  const whenApplying = totalOf(await scripts());
  const after = await readVitals(page);
  await page.context().close();
  return { scripts: atRest, whenApplying, vitals: { ...vitals, cls: after.cls } };
}

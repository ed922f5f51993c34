import type { Case } from "@rubric/api/demo/journey";
import { withinOrg } from "@rubric/api/demo/organization";
import { loopOwed } from "@rubric/api/demo/stories";
import { scorecard, scorecardRating, scorecardVersion } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { expect, type Page } from "@playwright/test";
import { apiAs, type Api } from "./api.ts";
import { pageAs, signInHere } from "./people.ts";
import { seatOf } from "./seats.ts";
import { makeCase, makeJob, makeOrganization, type Organization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";

/** What was written about the candidate: words that must not reach who still owes a scorecard. */
async function writtenWords(org: Organization, one: Case): Promise<string[]> {
  return withinOrg(org.db, org.org.id, async (tx) => {
    const ratings = await tx
      .select({ text: scorecardRating.evidence })
      .from(scorecardRating)
      .innerJoin(scorecard, eq(scorecard.id, scorecardRating.scorecardId))
      .where(eq(scorecard.applicationId, one.applicationId));
    const summaries = await tx
      .select({ text: scorecardVersion.summary })
      .from(scorecardVersion)
      .innerJoin(scorecard, eq(scorecard.id, scorecardVersion.scorecardId))
      .where(eq(scorecard.applicationId, one.applicationId));
    return [...ratings, ...summaries].map((row) => row.text.slice(0, 40));
  });
}

/** Everything that a member can ask for about an application, refused or not. */
async function everythingOn(api: Api, one: Case, interviewId: string): Promise<string> {
  const of = { applicationId: one.applicationId };
  const stageId = one.job.plan.stages.get("call") ?? "";
  const answers = await Promise.allSettled([
    api.application.show.query(of),
    api.application.board.query({ jobId: one.job.jobId }),
    api.scorecard.list.query(of),
    api.debrief.show.query({ ...of, stageId: null }),
    api.debrief.show.query({ ...of, stageId }),
    api.interview.showKit.query({ interviewId }),
    api.interview.list.query({ scope: "mine" }),
    api.home.show.query({}),
    api.candidate.search.query({ query: "Casey" }),
    api.offer.list.query(of),
  ]);
  return JSON.stringify(answers.map((one) => (one.status === "fulfilled" ? one.value : "")));
}

async function textOf(page: Page, path: string): Promise<string> {
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("heading").first()).toBeVisible();
  return page.content();
}

async function keptIn(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([window.localStorage, window.sessionStorage]));
}

test("law 1: who owes a scorecard reads no judgement, by any page or call", async ({ browser }) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await loopOwed(2, ["strong", "weak"])(one, panelOf(org));
  const words = await writtenWords(org, one);
  expect(words.length).toBeGreaterThan(8);

  const { third, manager } = org.cast;
  const { interviewId } = await seatOf(one, third, "Security and personal data");
  const api = await apiAs({ who: third, org: org.slug });
  const heard = await everythingOn(api, one, interviewId);
  expect(heard).toContain("Casey Candidate");
  for (const word of words) expect(heard).not.toContain(word);

  const page = await pageAs(browser, third);
  for (const path of [
    `/o/${org.slug}`,
    `/o/${org.slug}/interviews`,
    `/o/${org.slug}/interviews/${interviewId}`,
    `/o/${org.slug}/applications/${one.applicationId}`,
    `/o/${org.slug}/applications/${one.applicationId}/debrief`,
  ]) {
    const text = await textOf(page, path);
    for (const word of words) expect(text, path).not.toContain(word);
  }

  // Two of three are in: the loop stays sealed to the manager too, the decided call does not.
  const led = await (
    await apiAs({ who: manager, org: org.slug })
  ).scorecard.list.query({
    applicationId: one.applicationId,
  });
  const loop = led.stages.find((stage) => stage.name === "Technical loop");
  expect(loop?.scorecards).toEqual([]);
  expect(loop?.sealed?.sentence).toBeTruthy();
  expect(led.stages.find((stage) => stage.name === "First call")?.scorecards).toHaveLength(1);
});

test("law 1: who signs in next in a browser finds nothing that was typed there", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await loopOwed(2, ["strong", "weak"])(one, panelOf(org));
  const application = `/o/${org.slug}/applications/${one.applicationId}`;
  const page = await pageAs(browser, org.cast.manager);
  await page.goto(application);
  await page.getByLabel("Note", { exact: true }).fill("Do not hire them.");
  await expect.poll(() => keptIn(page)).toContain("Do not hire them.");
  await page.reload();
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Do not hire them.");
  await page.getByRole("button", { name: /Mara Manager/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out and delete it" }).click();
  await page.waitForURL(/sign-in/);
  expect(await keptIn(page)).not.toContain("Do not hire them.");

  // The same where the session only ended: what is kept has an owner.
  await signInHere(page, org.cast.manager);
  await page.goto(application);
  await page.getByLabel("Note", { exact: true }).fill("Still not.");
  await expect.poll(() => keptIn(page)).toContain("Still not.");
  await signInHere(page, org.cast.third);
  await page.goto(application);
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("");
});

test("law 1: breaking the glass needs a reason, and the line stays on the scorecard", async () => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await loopOwed(2, ["strong", "weak"])(one, panelOf(org));
  const of = { applicationId: one.applicationId };
  const stageId = one.job.plan.stages.get("loop") ?? "";
  const api = await apiAs({ who: org.cast.manager, org: org.slug });
  await expect(api.scorecard.breakGlass.mutate({ ...of, stageId, reason: "Now." })).rejects.toThrow(
    /reason|20 characters|seal/i,
  );
  const reason = "The candidate has another offer that ends tonight, and Ilse is ill.";
  const broken = await api.scorecard.breakGlass.mutate({ ...of, stageId, reason });
  expect(broken.scorecards).toHaveLength(2);
  const { first, manager } = org.cast;
  const author = await apiAs({ who: first, org: org.slug });
  const { interviewId } = await seatOf(one, first, "System design");
  const kit = await author.interview.showKit.query({ interviewId });
  expect(kit.scorecard?.glassBroken.map((line) => line.by)).toEqual([manager.name]);
});

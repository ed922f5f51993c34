import { apply } from "@rubric/api/demo/apply";
import { stageId } from "@rubric/api/demo/journey";
import { loopOwed } from "@rubric/api/demo/stories";
import { expect, type Page } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { pageAs } from "./people.ts";
import { daysAgo, makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { around, everyAnswer, everyPage, findWords, pagesAround } from "./sweep.ts";
import { test } from "./test.ts";

const NOWHERE = "There is nothing here";

async function expectNothing(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: NOWHERE }), path).toBeVisible();
  }
}

test("law 7: a member sees nothing of a job while they apply to it, whatever their roles", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const org = await makeOrganization();
  const job = await makeJob(org, { title: "Ledger Engineer" });
  const one = await makeCase(org, job);
  await loopOwed(2, ["strong", "weak"])(one, panelOf(org));
  const at = await around(one);
  const mine = ["manager", "otherRecruiter", "third"] as const;
  const own = new Map<string, string>();
  for (const part of mine) {
    const { name } = org.cast[part];
    const person = {
      name,
      email: `${part.toLowerCase()}@${org.slug}.test`,
      headline: "",
      location: "",
    };
    const applied = await apply(org, job, person, daysAgo(1), 0);
    own.set(part, applied.applicationId);
  }
  const secrets = ["Casey", "Ledger Engineer", one.applicationId];
  const control = await apiAs({ who: org.cast.recruiter, org: org.slug });
  expect(findWords(await everyAnswer(control, at), secrets).length).toBeGreaterThan(10);
  for (const part of mine) {
    const who = org.cast[part];
    const api = await apiAs({ who, org: org.slug });
    expect(findWords(await everyAnswer(api, at), secrets), part).toEqual([]);
    for (const applicationId of [one.applicationId, own.get(part) ?? ""]) {
      expect(await refusal(api.application.show.query({ applicationId }))).toBe("NOT_FOUND");
      expect(await refusal(api.scorecard.list.query({ applicationId }))).toBe("NOT_FOUND");
    }
    expect(await refusal(api.job.show.query({ jobId: job.jobId }))).toBe("NOT_FOUND");
    const page = await pageAs(browser, who);
    const paths = pagesAround(at);
    expect(findWords(await everyPage(page, paths), ["Casey", "Ledger Engineer"]), part).toEqual([]);
  }
  const page = await pageAs(browser, org.cast.manager);
  await expectNothing(page, [
    `/o/${org.slug}/jobs/${job.jobId}`,
    `/o/${org.slug}/applications/${one.applicationId}`,
    `/o/${org.slug}/applications/${own.get("manager") ?? ""}`,
  ]);
});

test("law 7: once their own application has ended, a member still judges nothing of themselves", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const { manager, recruiter } = org.cast;
  const person = {
    name: manager.name,
    email: `manager@${org.slug}.test`,
    headline: "",
    location: "",
  };
  const own = await apply(org, job, person, daysAgo(2), 0);
  const { applicationId } = own;
  const clerk = await apiAs({ who: recruiter, org: org.slug });
  await clerk.application.withdraw.mutate({ applicationId, said: "Stays in the old seat." });
  const api = await apiAs({ who: manager, org: org.slug });
  const decision = {
    applicationId,
    stageId: stageId(own, "review"),
    kind: "advance" as const,
    levelKey: "senior",
    levelReason: "",
    criterionIds: [],
    requirement: "I know the ledger.",
    reason: "Nobody else does.",
  };
  expect(await refusal(api.debrief.decide.mutate(decision))).toBe("CONFLICT_OF_INTEREST");
  const page = await pageAs(browser, manager);
  await page.goto(`/o/${org.slug}/applications/${applicationId}/debrief`);
  await expect(page.getByText("You are this candidate.").first()).toBeVisible();
});

import { apply } from "@rubric/api/demo/apply";
import { stageId } from "@rubric/api/demo/journey";
import { loopOwed } from "@rubric/api/demo/stories";
import { expect, type Page } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { pageAs } from "./people.ts";
import {
  daysAgo,
  linkOf,
  makeCase,
  makeJob,
  makeOrganization,
  type Organization,
  panelOf,
} from "./setup-org.ts";
import { around, everyAnswer, everyPage, findWords, pagesAround } from "./sweep.ts";
import { test } from "./test.ts";

const NOWHERE = "There is nothing here";

async function expectNothing(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: NOWHERE }), path).toBeVisible();
  }
}

/** Opens the link of the e-mail that told of the application: the address is theirs. */
async function openLink(org: Organization, candidateId: string): Promise<void> {
  const candidate = await apiAs({ candidateLink: await linkOf(org, candidateId) });
  await candidate.candidate.showOwn.query({});
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
    await openLink(org, applied.candidateId);
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

test("law 7: who applies with a member's address hides that application from them, and no more", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org, { title: "Payments Engineer" });
  const one = await makeCase(org, job);
  const email = `manager@${org.slug}.test`;
  const person = { name: "Somebody Else", email, headline: "", location: "" };
  const forged = await apply(org, job, person, daysAgo(1), 0);
  const api = await apiAs({ who: org.cast.manager, org: org.slug });
  const { applicationId } = forged;
  expect(await refusal(api.application.show.query({ applicationId }))).toBe("NOT_FOUND");
  const page = await pageAs(browser, org.cast.manager);
  await page.goto(`/o/${org.slug}/jobs/${job.jobId}`);
  await expect(page.getByText("Casey").first()).toBeVisible();
  await expect(page.getByText("Somebody Else")).toHaveCount(0);
  expect((await api.application.show.query({ applicationId: one.applicationId })).id).toBe(
    one.applicationId,
  );
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
  await openLink(org, own.candidateId);
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

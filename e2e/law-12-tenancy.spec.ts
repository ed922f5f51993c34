import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { pageAs } from "./people.ts";
import { linkOf, makeCase, makeJob, makeOrganization } from "./setup-org.ts";
import { test } from "./test.ts";

test("law 12: another organization's rows answer as those that do not exist", async ({
  browser,
}) => {
  const [mine, theirs] = await Promise.all([makeOrganization(), makeOrganization()]);
  const job = await makeJob(theirs);
  const one = await makeCase(theirs, job, "Selma Secret");
  const api = await apiAs({ who: mine.cast.recruiter, org: mine.slug });
  const nowhere = randomUUID();

  for (const applicationId of [one.applicationId, nowhere]) {
    expect(await refusal(api.application.show.query({ applicationId }))).toBe("NOT_FOUND");
    expect(await refusal(api.scorecard.list.query({ applicationId }))).toBe("NOT_FOUND");
    expect(
      await refusal(api.application.withdraw.mutate({ applicationId, said: "Called us." })),
    ).toBe("NOT_FOUND");
  }
  for (const jobId of [job.jobId, nowhere]) {
    expect(await refusal(api.job.show.query({ jobId }))).toBe("NOT_FOUND");
    expect(await refusal(api.application.board.query({ jobId }))).toBe("NOT_FOUND");
  }
  const found = await api.candidate.search.query({ query: "Selma" });
  expect(found.candidates).toEqual([]);

  const page = await pageAs(browser, mine.cast.recruiter);
  const texts = await Promise.all(
    [one.applicationId, nowhere].map(async (id) => {
      const own = await page.context().newPage();
      await own.goto(`/o/${mine.slug}/applications/${id}`);
      await expect(own.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
      await expect(own.locator("body")).not.toContainText("Selma");
      return own.locator("main").innerText();
    }),
  );
  expect(texts[0]).toBe(texts[1]);
});

test("law 12: a session of one organization opens nothing of another", async ({ browser }) => {
  const [mine, theirs] = await Promise.all([makeOrganization(), makeOrganization()]);
  const job = await makeJob(theirs);
  const one = await makeCase(theirs, job, "Selma Secret");
  const api = await apiAs({ who: mine.cast.admin, org: theirs.slug });
  expect(await refusal(api.organization.listMembers.query({}))).toBe("NOT_FOUND");
  expect(await refusal(api.home.show.query({}))).toBe("NOT_FOUND");
  const unknown = await apiAs({ who: mine.cast.admin, org: `no-${mine.slug}` });
  expect(await refusal(unknown.home.show.query({}))).toBe("NOT_FOUND");

  const link = await linkOf(theirs, one.candidateId);
  const candidate = await apiAs({ candidateLink: link });
  const own = await candidate.candidate.showOwn.query({});
  expect(own.applications.map((row) => row.id)).toEqual([one.applicationId]);
  const mineToo = await makeCase(mine, await makeJob(mine));
  expect(
    await refusal(candidate.candidate.withdraw.mutate({ applicationId: mineToo.applicationId })),
  ).toBe("NOT_FOUND");

  const page = await pageAs(browser, mine.cast.admin);
  await page.goto(`/o/${theirs.slug}`);
  await expect(page.locator("body")).not.toContainText(theirs.cast.manager.name);
  await expect(page.locator("body")).not.toContainText("Senior Backend Engineer");
});

import { callOwed } from "@rubric/api/demo/stories";
import { expect } from "@playwright/test";
import { apiAs } from "./api.ts";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";

test("the board: M asks where the focused card goes, and the keys take it there", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  await makeCase(org, job, "Casey Candidate");
  const page = await pageAs(browser, org.cast.manager);
  await page.goto(`/o/${org.slug}/jobs/${job.jobId}`);
  await page.getByRole("link", { name: "Casey Candidate" }).focus();
  await page.keyboard.press("m");
  const move = page.getByRole("dialog", { name: "Move Casey Candidate" });
  await expect(move.getByRole("button", { name: /First call/ })).toBeFocused();
  await page.keyboard.press("Enter");
  const decide = page.getByRole("dialog", { name: /Casey Candidate goes on to First call/ });
  await expect(decide.getByLabel("The requirement of the post it rests on")).toBeFocused();
  await page.keyboard.type("Has owned a service that handles money.");
  await decide.getByLabel("Why", { exact: true }).fill("The settlement story holds.");
  await decide.getByRole("button", { name: "Go on" }).press("Enter");
  await expect(decide).toBeHidden();
  await expect(
    page.getByRole("region", { name: /First call/ }).getByRole("link", { name: "Casey Candidate" }),
  ).toBeFocused();
});

test("the board: whoever comes back from a card goes on where they left it", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  await makeCase(org, job, "Casey Candidate");
  await makeCase(org, job, "Noa Next");
  const page = await pageAs(browser, org.cast.manager);
  await page.goto(`/o/${org.slug}/jobs/${job.jobId}`);
  const card = page.getByRole("link", { name: "Noa Next" });
  await card.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Noa Next" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.goBack();
  await expect(card).toBeFocused();
});

test("the kit: 1 to 5 rate, 0 is not assessed, and arrows move", async ({ browser }) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(1, false)(one, panelOf(org));
  const page = await pageAs(browser, org.cast.first);
  const api = await apiAs({ who: org.cast.first, org: org.slug });
  const mine = await api.interview.list.query({ scope: "mine" });
  const [owed] = [...mine.today, ...mine.past.lines];
  await page.goto(`/o/${org.slug}/interviews/${owed?.id ?? ""}`);
  const rating = page.getByRole("group", { name: "Rating of Domain modelling" });
  await rating.getByRole("radio").first().focus();
  await page.keyboard.press("4");
  await expect(rating.getByRole("radio", { name: "Yes", exact: true })).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(rating.getByRole("radio", { name: "Strong yes" })).toBeChecked();
  await page.keyboard.press("0");
  await expect(page.getByLabel("Why it was not assessed")).toBeVisible();
  await page.keyboard.press("1");
  await expect(rating.getByRole("radio", { name: "Definitely not" })).toBeChecked();
});

test("search: control and K opens it, and Enter goes there", async ({ browser }) => {
  const org = await makeOrganization();
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByPlaceholder("Find a person, a job or a page")).toBeFocused();
  await page.keyboard.type("Interviews");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/o/${org.slug}/interviews`);
});

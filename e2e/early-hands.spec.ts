import { callOwed } from "@rubric/api/demo/stories";
import { expect, type Page } from "@playwright/test";
import { pageAs, pageOf } from "./people.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";
import { isAlive } from "./vitals.ts";

/** Keeps the page's programs back until what is returned is called. */
async function holdPrograms(page: Page): Promise<() => void> {
  let comes = () => {};
  const programs = new Promise<void>((resolve) => (comes = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await programs;
    await route.continue();
  });
  return comes;
}

test("a button that is pressed before the page's programs have come is not lost", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(3, true)(one, panelOf(org));
  const page = await pageAs(browser, org.cast.first);
  const comes = await holdPrograms(page);
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}`, { waitUntil: "commit" });
  await page.getByRole("button", { name: "I know this person…" }).click();
  comes();
  await expect(page.getByRole("dialog", { name: "You know Casey Candidate" })).toBeVisible();
});

test("what is typed into a public form before its programs have come is kept", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const page = await pageOf(browser);
  await page.goto(`/${org.slug}/jobs/${job.slug}`, { waitUntil: "networkidle" });
  const comes = await holdPrograms(page);
  await page.getByLabel("Your name").fill("Casey Candidate");
  await page.getByLabel("May you work").fill("Yes, I may.");
  await page.getByLabel("E-mail", { exact: true }).pressSequentially("casey@");
  comes();
  await isAlive(page, "#apply input");
  await page.getByLabel("E-mail", { exact: true }).pressSequentially("example.test");
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveValue("casey@example.test");
  await expect(page.getByLabel("Your name")).toHaveValue("Casey Candidate");
  await expect(page.getByLabel("May you work")).toHaveValue("Yes, I may.");
});

test("what is chosen and typed into a form of ours before its programs have come is kept", async ({
  browser,
}) => {
  const { slug, cast } = await makeOrganization();
  const { memberId } = cast.engineer;
  const page = await pageAs(browser, cast.engineer);
  const comes = await holdPrograms(page);
  await page.goto(`/o/${slug}/growth/${memberId}/progress`, { waitUntil: "commit" });
  const form = page.getByRole("region", { name: "Check in", exact: true });
  const week = form.getByLabel("Week", { exact: true });
  const lastWeek = await week.locator("option").nth(1).getAttribute("value");
  await form.getByLabel("What was done").fill("Moved the export to its own worker.");
  await form.getByLabel("Hours for growing").fill("3");
  await week.selectOption({ index: 1 });
  await form.getByLabel("Will you get there?").selectOption("4");
  comes();
  await form.getByRole("button", { name: "Check in" }).click();
  await expect(form.getByRole("button", { name: "Save the change" })).toBeVisible();
  await page.reload();
  await week.selectOption(lastWeek);
  await expect(form.getByLabel("What was done")).toHaveValue("Moved the export to its own worker.");
  await expect(form.getByLabel("Hours for growing")).toHaveValue("3");
  await expect(form.getByLabel("Will you get there?")).toHaveValue("4");
});

test("what is ticked before a page's programs have come is kept", async ({ browser }) => {
  const org = await makeOrganization();
  const { slug } = await makeJob(org);
  const page = await pageOf(browser);
  const comes = await holdPrograms(page);
  await page.goto(`/${org.slug}/jobs/${slug}/prepare`, { waitUntil: "commit" });
  const modelling = page.getByRole("group", { name: "Do you do this today? Domain modelling" });
  for (const word of ["No", "Mixed", "No"]) {
    await modelling.getByRole("radio", { name: word, exact: true }).check();
  }
  const checklist = page.getByRole("region", { name: "Before each step" });
  await checklist.getByRole("checkbox").first().check();
  await checklist.getByRole("checkbox").nth(1).check();
  await checklist.getByRole("checkbox").nth(2).check();
  await checklist.getByRole("checkbox").nth(2).uncheck();
  comes();
  await expect(checklist.getByText(/^2 of \d+ done\./)).toBeVisible();
  await expect(modelling.getByRole("radio", { name: "No", exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Make my plan" }).click();
  await expect(page.getByText("Your largest gap is in Domain modelling.")).toBeVisible();
});

import { callOwed } from "@rubric/api/demo/stories";
import { expect } from "@playwright/test";
import { pageAs, pageOf } from "./people.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";
import { isAlive } from "./vitals.ts";

test("a button that is pressed before the page's programs have come is not lost", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(3, true)(one, panelOf(org));
  const page = await pageAs(browser, org.cast.first);
  let comes = () => {};
  const programs = new Promise<void>((resolve) => (comes = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await programs;
    await route.continue();
  });
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
  let comes = () => {};
  const programs = new Promise<void>((resolve) => (comes = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await programs;
    await route.continue();
  });
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

import { callOwed } from "@rubric/api/demo/stories";
import { expect } from "@playwright/test";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";

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

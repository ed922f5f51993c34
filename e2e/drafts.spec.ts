import { callOwed } from "@rubric/api/demo/stories";
import { expect } from "@playwright/test";
import { apiAs } from "./api.ts";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";

test("a scorecard that was left and is opened again is as it was written, and goes on", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(1, false)(one, panelOf(org));
  const page = await pageAs(browser, org.cast.first);
  const api = await apiAs({ who: org.cast.first, org: org.slug });
  const mine = await api.interview.list.query({ scope: "mine" });
  const [owed] = [...mine.today, ...mine.past.lines];
  await page.goto(`/o/${org.slug}/interviews/${owed?.id ?? ""}`);
  const seen = page.getByLabel("What you saw or heard").first();
  const home = page.getByRole("navigation").getByRole("link", { name: "Home" }).first();
  const type = async (words: string) => {
    await seen.press("End");
    await seen.pressSequentially(words);
  };
  const leaveAndReturn = async () => {
    await home.click();
    await page.waitForURL(`**/o/${org.slug}`);
    await page.goBack();
  };

  await type("Saved before leaving");
  await expect(page.getByText(/^Saved \d/).first()).toBeVisible();
  await leaveAndReturn();
  await expect(seen).toHaveValue("Saved before leaving");
  await type(", left at once");
  await leaveAndReturn();
  await expect(seen).toHaveValue("Saved before leaving, left at once");
  await type(", and gone on with.");
  await expect(page.getByText(/^Saved \d/).first()).toBeVisible();
  await page.reload();
  await expect(seen).toHaveValue("Saved before leaving, left at once, and gone on with.");
});

import { callOwed } from "@rubric/api/demo/stories";
import { type Browser, expect, type Page } from "@playwright/test";
import { apiAs } from "./api.ts";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization, type Organization, panelOf } from "./setup-org.ts";
import { writeScorecardTwice } from "./states/two-windows.ts";
import { test } from "./test.ts";

/** The page on which an interviewer owes a scorecard. */
async function owing(browser: Browser): Promise<{ page: Page; org: Organization }> {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(1, false)(one, panelOf(org));
  const page = await pageAs(browser, org.cast.first);
  const api = await apiAs({ who: org.cast.first, org: org.slug });
  const mine = await api.interview.list.query({ scope: "mine" });
  const [owed] = [...mine.today, ...mine.past.lines];
  await page.goto(`/o/${org.slug}/interviews/${owed?.id ?? ""}`);
  return { page, org };
}

test("a scorecard that was left and is opened again is as it was written, and goes on", async ({
  browser,
}) => {
  const { page, org } = await owing(browser);
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

test("two drafts of a scorecard are read side by side where they differ, and one is kept", async ({
  browser,
}) => {
  const { page } = await owing(browser);
  await writeScorecardTwice(page);
  const notice = page.getByRole("region", { name: /was written in another window, too/ });
  await expect(notice.getByRole("term")).toHaveText(["In short"]);
  await expect(notice.getByRole("definition")).toHaveText([
    /^HereWritten here\.$/,
    /^There, saved .*Written there\.$/,
  ]);
  await notice.getByRole("button", { name: "Take the other one" }).click();
  await expect(notice).toBeHidden();
  await expect(page.getByLabel("In short")).toHaveValue("Written there.");
});

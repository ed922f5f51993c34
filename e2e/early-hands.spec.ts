import { callOwed } from "@rubric/api/demo/stories";
import { expect, type Page } from "@playwright/test";
import { apiAs } from "./api.ts";
import { mark } from "./fields.ts";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";

/** Holds the page's programs back until the function that it returns is called. */
async function withoutPrograms(page: Page): Promise<() => void> {
  let comes = () => {};
  const programs = new Promise<void>((resolve) => (comes = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await programs;
    await route.continue();
  });
  return comes;
}

async function owedScorecard(withDraft: boolean) {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(1, withDraft)(one, panelOf(org));
  return { org, applicationId: one.applicationId };
}

test("a button that is pressed before the page's programs have come is not lost", async ({
  browser,
}) => {
  const { org, applicationId } = await owedScorecard(true);
  const page = await pageAs(browser, org.cast.first);
  const comes = await withoutPrograms(page);
  await page.goto(`/o/${org.slug}/applications/${applicationId}`, { waitUntil: "commit" });
  await page.getByRole("button", { name: "I know this person…" }).click();
  comes();
  await expect(page.getByRole("dialog", { name: "You know Casey Candidate" })).toBeVisible();
});

test("what is typed and chosen before the page's programs have come is not lost", async ({
  browser,
}) => {
  const { org } = await owedScorecard(false);
  const api = await apiAs({ who: org.cast.first, org: org.slug });
  const mine = await api.interview.list.query({ scope: "mine" });
  const [owed] = [...mine.today, ...mine.past.lines];
  const page = await pageAs(browser, org.cast.first);
  const comes = await withoutPrograms(page);
  await page.goto(`/o/${org.slug}/interviews/${owed?.id ?? ""}`, { waitUntil: "commit" });
  const cards = page.getByRole("region", { name: "Criteria" }).getByRole("article");
  const heard = cards.first().getByLabel("What you saw or heard");
  const short = page.getByLabel("In short");
  await mark(cards.first(), /^Rating of /, "Mixed");
  await heard.pressSequentially("Drew the rule first.");
  await short.pressSequentially("A clear mind");
  comes();
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.keyboard.type(", and a kind one.");
  await expect(short).toHaveValue("A clear mind, and a kind one.");
  await expect(heard).toHaveValue("Drew the rule first.");
  await expect(async () => {
    const kit = await api.interview.showKit.query({ interviewId: owed?.id ?? "" });
    expect(kit.scorecard?.draft).toMatchObject({
      ratings: [{ rating: "mixed", evidence: "Drew the rule first." }],
      summary: "A clear mind, and a kind one.",
    });
  }).toPass();
});

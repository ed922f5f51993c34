import { type Browser, expect, type Page } from "@playwright/test";
import { apiAs } from "./api.ts";
import { choose, mark } from "./fields.ts";
import { pageAs } from "./people.ts";
import { makeOrganization, type Organization } from "./setup-org.ts";
import { test } from "./test.ts";

/** An engineer and their manager, with a page for each. */
type Pair = { org: Organization; engineer: Page; manager: Page };

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

for (const viewport of SIZES) {
  test(`an engineer and their manager review each for themselves and compare, at ${viewport.width} px`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const pair = await makePair(browser, viewport);
    await placeOnLadder(pair);
    const path = await openOwnReview(pair);
    await writeSide(pair.engineer, "Yes", "Closed the race with a unique key and a test.");
    await submitsSealed(pair.engineer);
    await isSealedTo(pair.manager, path, "Closed the race");
    await writeSide(pair.manager, "Mixed", "Closed it, after I had found it.");
    await submitsOpen(pair.manager);
    await closeReview(pair.manager, "Lead the next incident.");
    await answerReview(pair.engineer, path, "I begin with the next one.");
    await standsOnLadder(pair);
  });
}

/** The admin names the manager, in the settings; each of the pair gets a page. */
async function makePair(
  browser: Browser,
  viewport: { width: number; height: number },
): Promise<Pair> {
  const org = await makeOrganization();
  const admin = await pageAs(browser, org.cast.admin);
  await admin.goto(`/o/${org.slug}/settings/members`);
  await admin.getByRole("button", { name: `What to do with ${org.cast.engineer.name}` }).click();
  await admin.getByRole("menuitem", { name: "Set the manager" }).click();
  const dialog = admin.getByRole("dialog");
  await choose(dialog, "Manager", org.cast.manager.name);
  await dialog.getByRole("button", { name: "Set the manager" }).click();
  await expect(dialog).toBeHidden();
  return {
    org,
    engineer: await pageAs(browser, org.cast.engineer, { viewport }),
    manager: await pageAs(browser, org.cast.manager, { viewport }),
  };
}

/** The manager finds the engineer in their team and places them. */
async function placeOnLadder({ org, manager }: Pair): Promise<void> {
  await manager.goto(`/o/${org.slug}/growth/team`);
  await manager.getByRole("link", { name: org.cast.engineer.name }).click();
  await manager.getByRole("button", { name: "Place on the ladder" }).click();
  const dialog = manager.getByRole("dialog");
  await choose(dialog, "Level", "Junior Backend Engineer");
  await dialog.getByLabel("Why").fill("Begins with us.");
  await dialog.getByRole("button", { name: "Place", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(manager.getByText(/Junior Backend Engineer since/)).toBeVisible();
}

/** The engineer opens a review of their own against the level where they stand; returns its path. */
async function openOwnReview({ org, engineer }: Pair): Promise<string> {
  await engineer.goto(`/o/${org.slug}/growth`);
  await expect(engineer.getByRole("heading", { name: "Your growth" })).toBeVisible();
  await engineer.getByRole("link", { name: "Reviews", exact: true }).click();
  await engineer.getByRole("button", { name: "Open a review" }).click();
  const dialog = engineer.getByRole("dialog", { name: "Open your review" });
  await choose(dialog, "Against which level", "Junior Backend Engineer");
  await dialog.getByRole("button", { name: "Open the review" }).click();
  await engineer.waitForURL(/\/reviews\/[0-9a-f-]+$/);
  return new URL(engineer.url()).pathname;
}

/** Rates each competency that the level requires; the draft is there again after a reload. */
async function writeSide(page: Page, word: string, evidence: string): Promise<void> {
  const submit = page.getByRole("button", { name: "Submit your side" });
  await expect(submit).toHaveAttribute("aria-disabled", "true");
  const cards = page.getByRole("article").filter({ hasNotText: "optional" });
  const [first] = await cards.all();
  for (const card of await cards.all()) {
    // Away from the bars at both edges of a phone, under which a click would go elsewhere.
    await card
      .getByRole("group")
      .evaluate((group) => group.scrollIntoView({ block: "center", behavior: "instant" }));
    await mark(card, /^Rating of /, word);
    await card.getByLabel("Evidence").fill(evidence);
  }
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.reload();
  await expect(first?.getByLabel("Evidence") ?? submit).toHaveValue(evidence);
}

async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Submit your side" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
}

/** The first side in: its author reads their own, and why the other one is sealed. */
async function submitsSealed(page: Page): Promise<void> {
  await submit(page);
  await expect(page.getByRole("region", { name: "Your side" })).toBeVisible();
  await expect(page.getByText("Sealed until both sides are in.")).toBeVisible();
}

/** The other one reads nothing of it, on the page or in what the server sends. */
async function isSealedTo(page: Page, path: string, words: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText("Sealed until both sides are in.")).toBeVisible();
  const sent = await page.request.get(path);
  expect(await sent.text()).not.toContain(words);
}

/** The second side in: both stand side by side. */
async function submitsOpen(page: Page): Promise<void> {
  await submit(page);
  const both = page.getByRole("region", { name: "Both sides" });
  await expect(both.getByText(/one mark apart in \d+/)).toBeVisible();
  await expect(
    both.getByText("Closed the race with a unique key and a test.").first(),
  ).toBeVisible();
}

async function closeReview(page: Page, outcome: string): Promise<void> {
  await page.getByRole("button", { name: "Close the review" }).click();
  const dialog = page.getByRole("dialog", { name: "Close the review?" });
  await dialog.getByLabel("What you agreed").fill(outcome);
  await dialog.getByRole("button", { name: "Close the review" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "How it ended" })).toContainText(outcome);
}

async function answerReview(page: Page, path: string, words: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Answer it" }).click();
  await page.getByLabel("What you say to it").fill(words);
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByRole("region", { name: "How it ended" })).toContainText(words);
}

/** What was said stands on the ladder; an admin does not get there. */
async function standsOnLadder({ org, engineer }: Pair): Promise<void> {
  const { memberId } = org.cast.engineer;
  const own = await apiAs({ who: org.cast.engineer, org: org.slug });
  const { levels } = await own.ladder.show.query({ memberId, levelId: null, region: null });
  const junior = levels.find(({ key }) => key === "junior")?.id ?? "";
  await engineer.goto(`/o/${org.slug}/growth/${memberId}?level=${junior}`);
  await expect(engineer.getByRole("region", { name: "Progress" })).toContainText("50.0 %");
  const lines = engineer.getByRole("table", { name: /largest gaps first/ });
  await expect(lines.getByText("Mixed").first()).toBeVisible();
  const admin = await apiAs({ who: org.cast.admin, org: org.slug });
  await expect(
    admin.ladder.show.query({ memberId, levelId: null, region: null }),
  ).rejects.toThrow();
}

import { expect, type Page } from "@playwright/test";
import { choose, mark } from "./fields.ts";

/** Places somebody whom the reader manages anew on the ladder, from the page of their team. */
export async function placeAnew(
  page: Page,
  slug: string,
  { name, held, level }: { name: string; held: RegExp; level: string },
): Promise<void> {
  await page.goto(`/o/${slug}/growth/team`);
  await page.getByRole("link", { name }).click();
  await expect(page.getByText(held)).toBeVisible();
  await page.getByRole("button", { name: "Place anew" }).click();
  const dialog = page.getByRole("dialog");
  await choose(dialog, "Level", level);
  await dialog.getByLabel("Why").fill("The team begins with this one.");
  await dialog.getByRole("button", { name: "Place", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(new RegExp(`${level} since`))).toBeVisible();
}

/** Opens a review of the reader's own against a level; returns its path. */
export async function openOwnReview(page: Page, slug: string, level: string): Promise<string> {
  await page.goto(`/o/${slug}/growth`);
  await expect(page.getByRole("heading", { name: "Your growth" })).toBeVisible();
  await page.getByRole("link", { name: "Reviews", exact: true }).click();
  await page.getByRole("button", { name: "Open a review" }).click();
  const dialog = page.getByRole("dialog", { name: "Open your review" });
  await choose(dialog, "Against which level", level);
  await dialog.getByRole("button", { name: "Open the review" }).click();
  await page.waitForURL(/\/reviews\/[0-9a-f-]+$/);
  return new URL(page.url()).pathname;
}

/** Rates each competency that the level requires; the draft is there again after a reload. */
export async function writeSide(page: Page, word: string, evidence: string): Promise<void> {
  const submit = page.getByRole("button", { name: "Submit your side" });
  await expect(submit).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("link", { name: /^\d+ to rate$/ })).toBeVisible();
  const cards = page.getByRole("article").filter({ hasNotText: "optional" });
  const [first] = await cards.all();
  for (const card of await cards.all()) {
    // Away from the bars at both edges of a phone, under which a click would go elsewhere.
    await card
      .getByRole("group")
      .evaluate((group) => group.scrollIntoView({ block: "center", behavior: "instant" }));
    await mark(card, /^Rating of /, word);
    await expect(page.getByRole("link", { name: "1 without evidence" })).toBeVisible();
    await card.getByLabel("Evidence").fill(evidence);
  }
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.reload();
  await expect(first?.getByLabel("Evidence") ?? submit).toHaveValue(evidence);
}

/** Submits the reader's side. */
async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Submit your side" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
}

/** The first side in: its author reads their own, and why the other one is sealed. */
export async function submitsSealed(page: Page): Promise<void> {
  await submit(page);
  await expect(page.getByRole("region", { name: "Your side" })).toBeVisible();
  await expect(page.getByText("Sealed until both sides are in.")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Your side, submitted/ })).toBeFocused();
}

/** The other one reads nothing of it, on the page or in what the server sends. */
export async function isSealedTo(page: Page, path: string, words: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText("Sealed until both sides are in.")).toBeVisible();
  const sent = await page.request.get(path);
  expect(await sent.text()).not.toContain(words);
}

/** The second side in: both stand side by side, with what the first one wrote. */
export async function submitsOpen(page: Page, words: string): Promise<void> {
  await submit(page);
  const both = page.getByRole("region", { name: "Both sides" });
  await expect(both.getByText(/one mark apart in \d+/)).toBeVisible();
  await expect(both.getByRole("heading", { name: "Both sides" })).toBeFocused();
  await expect(both.getByText(words).first()).toBeVisible();
}

/** Closes a review with what the two agreed. */
export async function closeReview(page: Page, outcome: string): Promise<void> {
  await page.getByRole("button", { name: "Close the review" }).click();
  const dialog = page.getByRole("dialog", { name: "Close the review?" });
  await dialog.getByLabel("What you agreed").fill(outcome);
  await dialog.getByRole("button", { name: "Close the review" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "How it ended" })).toContainText(outcome);
}

/** Answers how a review ended, as the person whom it is about. */
export async function answerReview(page: Page, path: string, words: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Answer it" }).click();
  await page.getByLabel("What you say to it").fill(words);
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByRole("region", { name: "How it ended" })).toContainText(words);
}

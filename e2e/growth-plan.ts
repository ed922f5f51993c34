import { expect, type Page } from "@playwright/test";
import { choose } from "./fields.ts";

/** Opens the page of a member's plan. */
export async function openPlan(page: Page, slug: string, memberId: string): Promise<void> {
  await page.goto(`/o/${slug}/growth/${memberId}/plan`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/**
 * Makes a plan of so many weeks, working on what is marked by hand too, and looks at it before it is
 * kept as a draft. Returns the titles of its items.
 */
export async function makePlanThere(
  page: Page,
  { weeks, work }: { weeks: number; work: readonly string[] },
): Promise<string[]> {
  await page.getByRole("textbox", { name: "Weeks, 4 to 26" }).fill(String(weeks));
  for (const competency of work) await choose(page, "Work on, where nobody rated", competency);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByText(/^Left out \(\d+\), and why$/)).toBeVisible();
  const previewed = await cardTitles(preview);
  await page.getByRole("button", { name: "Keep as a draft" }).click();
  const draft = page.getByRole("region", { name: "Draft" });
  await expect(draft).toBeVisible();
  expect(await cardTitles(draft)).toEqual(previewed);
  return previewed;
}

/** Takes an item out of the draft by keyboard alone; it stands with what was left out then. */
export async function takeOutByKeyboard(page: Page, title: string): Promise<void> {
  const card = cardOf(page, "Draft", title);
  await card.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Take out: ${title}` }).focus();
  await page.keyboard.press("Enter");
  await expect(card).toBeHidden();
  const draft = page.getByRole("region", { name: "Draft", exact: true });
  const left = draft.getByText(/^Left out \(\d+\), and why$/);
  await left.click();
  await expect(page.getByRole("button", { name: `Put in: ${title}` })).toBeVisible();
}

/** Agrees to the draft as it stands. */
export async function agreeThere(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Agree to this plan" }).click();
}

/** Marks an item of the plan in force as done, with what shows it. */
export async function markDoneThere(page: Page, title: string, shown: string): Promise<void> {
  const card = cardOf(page, "Plan in force", title);
  await card.locator("summary").click();
  await page.getByLabel(`What shows it: ${title}`).fill(shown);
  await page.getByRole("button", { name: `Mark as done: ${title}` }).click();
  await expect(card.getByText(shown)).toBeVisible();
}

/** Makes the plan in force anew from one of its weeks on, and reads what changes. */
export async function replanThere(page: Page, fromWeek: number): Promise<void> {
  await page.getByRole("button", { name: "Replan", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Replan" });
  await dialog.getByRole("textbox", { name: "From week" }).fill(String(fromWeek));
  await dialog.getByRole("button", { name: "Make the new draft" }).click();
  await expect(dialog).toBeHidden({ timeout: 20_000 });
  await expect(page.getByRole("region", { name: "What changes" })).toBeVisible();
}

type Within = Pick<Page, "locator">;

function cardOf(page: Page, part: "Draft" | "Plan in force", title: string) {
  return page
    .getByRole("region", { name: part, exact: true })
    .locator("details")
    .filter({
      has: page.locator("summary").getByText(title, { exact: true }),
      hasNot: page.locator("details"),
    });
}

async function cardTitles(within: Within): Promise<string[]> {
  const cards = within.locator("ol details summary > span:first-of-type");
  return cards.allInnerTexts();
}

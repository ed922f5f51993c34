import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";

/** The progress page of somebody's growth, read anew. */
export async function openProgress(page: Page, slug: string, memberId: string): Promise<void> {
  await page.goto(`/o/${slug}/growth/${memberId}/progress`);
  await expect(page.getByRole("region", { name: "Check-ins", exact: true })).toBeVisible();
}

/** Says how a week went, on one's own progress page. */
export async function checkIn(
  page: Page,
  said: { weeksAgo: number; done: string; blocked?: string; hours?: number },
): Promise<void> {
  const form = page.getByRole("region", { name: "Check in", exact: true });
  await form.getByLabel("Week", { exact: true }).selectOption({ index: said.weeksAgo });
  await form.getByLabel("What was done").fill(said.done);
  await form.getByLabel("What is in the way").fill(said.blocked ?? "");
  await form.getByLabel("Will you get there?").selectOption("4");
  if (said.hours !== undefined) {
    await form.getByLabel("Hours for growing").fill(String(said.hours));
  }
  await form.getByRole("button", { name: "Check in" }).click();
  await expect(form.getByRole("button", { name: "Save the change" })).toBeVisible();
}

/** Answers the newest check-in that waits, on the progress page of somebody whom one manages. */
export async function answerCheckIn(page: Page, reply: string): Promise<void> {
  const list = page.getByRole("region", { name: "Check-ins", exact: true });
  await list.getByLabel("Your answer").first().fill(reply);
  await list.getByRole("button", { name: "Answer" }).first().click();
  await expect(list.getByText(reply)).toBeVisible();
}

/** Adds a link as evidence of a competency, on a progress page. */
export async function addLink(
  page: Page,
  link: { title: string; url: string; competency: string },
): Promise<void> {
  const part = page.getByRole("region", { name: "Evidence", exact: true });
  await part.getByRole("button", { name: "Add evidence" }).click();
  const dialog = page.getByRole("dialog", { name: "Add evidence" });
  await dialog.getByRole("textbox", { name: "Link", exact: true }).fill(link.url);
  await dialog.getByLabel("Title").fill(link.title);
  await dialog.getByRole("combobox", { name: "What it shows" }).click();
  await page
    .getByRole("listbox", { name: "What it shows" })
    .getByRole("option", { name: link.competency })
    .click();
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(part.getByRole("link", { name: link.title }).first()).toBeVisible();
}

/** Makes one's record, and returns the file that the browser saved, as its text. */
export async function exportRecord(page: Page, slug: string, memberId: string): Promise<string> {
  await page.goto(`/o/${slug}/growth/${memberId}/record`);
  await page.getByRole("button", { name: "Make the record" }).click();
  await expect(page.getByRole("heading", { name: /^The growth of / })).toBeVisible();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  return readFile(await (await saving).path(), "utf8");
}

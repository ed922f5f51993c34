import { expect, type Locator, type Page } from "@playwright/test";

/** Where a field is looked for: a page, or a dialog on it. */
type Within = Page | Locator;

/** Chooses an option of a select or multi-select by its label. */
export async function choose(
  within: Within,
  label: string,
  option: string | RegExp,
): Promise<void> {
  const box = within.getByRole("combobox", { name: label, exact: true });
  // Away from the edges, where the page would scroll under the list that opens.
  await box.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await box.click();
  if (typeof option === "string") await box.fill(option).catch(() => undefined);
  const page = "page" in within ? within.page() : within;
  await page.getByRole("option", { name: option }).first().click();
}

/** Sets a date-and-time field to a moment of the browser's zone. */
export async function pickMoment(page: Page, label: string, at: Date): Promise<void> {
  await page.getByRole("button", { name: label, exact: true }).click();
  await pickDay(page, at);
  const [hour = "", minute = ""] = inZone(at, {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).split(":");
  await page.getByRole("spinbutton").nth(0).fill(hour);
  await page.getByRole("spinbutton").nth(1).fill(minute);
  await page.getByRole("spinbutton").nth(1).press("Enter");
}

/** Types a day into a date field. */
export async function fillDay(within: Within, label: string, day: Date): Promise<void> {
  const field = within.getByRole("textbox", { name: label, exact: true });
  await field.fill(inZone(day, { day: "numeric", month: "short", year: "numeric" }));
  await field.press("Tab");
}

/** Chooses a day in the calendar that is open. */
async function pickDay(page: Page, day: Date): Promise<void> {
  const name = inZone(day, { day: "numeric", month: "long", year: "numeric" });
  const button = page.getByRole("button", { name, exact: true });
  await page.locator("[data-direction=next]").first().waitFor();
  for (let month = 0; month < 4 && (await button.count()) === 0; month += 1)
    await page.locator("[data-direction=next]").first().click();
  await button.click();
}

/** Chooses one of the marks of a rating or recommendation. */
export async function mark(within: Within, group: string | RegExp, word: string): Promise<void> {
  const radio = within
    .getByRole("group", { name: group })
    .getByRole("radio", { name: word, exact: true });
  await radio.check({ force: true });
  await expect(radio).toBeChecked();
}

function inZone(at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", ...options }).format(at);
}

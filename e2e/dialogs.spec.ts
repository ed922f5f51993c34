import { expect, type Page } from "@playwright/test";
import { openBrowser } from "./browser.ts";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization } from "./setup-org.ts";
import { test } from "./test.ts";

/** Where the page stands, and where its last button ends. */
const placeOf = (page: Page) =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll("main button")];
    const ends = buttons.map((one) => one.getBoundingClientRect().right);
    return { scrolled: window.scrollY, end: Math.max(...ends) };
  });

test("a page with a scrollbar neither moves nor jumps below a dialog", async () => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  await makeCase(org, job);
  const browser = await openBrowser({ scrollbars: true });
  try {
    const page = await pageAs(browser, org.cast.manager, {
      viewport: { width: 1440, height: 300 },
    });
    await page.goto(`/o/${org.slug}/jobs/${job.jobId}`);
    await expect(page.locator("html[data-scrollbar]")).toBeVisible();
    const card = page.locator("[data-card]").first().getByRole("link");
    await card.focus();
    const before = await placeOf(page);
    await page.keyboard.press("m");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.mouse.move(400, 200);
    await page.mouse.wheel(0, 200);
    for (const key of ["PageUp", "PageDown", "End"]) await page.keyboard.press(key);
    // A page that is scrolled has begun to by the next picture.
    await page.evaluate(
      () => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))),
    );
    expect(await placeOf(page)).toEqual(before);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    expect(await placeOf(page)).toEqual(before);
    await page.keyboard.press("PageUp");
    await expect.poll(async () => (await placeOf(page)).scrolled).toBeLessThan(before.scrolled);
  } finally {
    await browser.close();
  }
});

import { expect } from "@playwright/test";
import { owing } from "./owing.ts";
import { test } from "./test.ts";

test("a touch shows why a button cannot be pressed, until one touches something else", async ({
  browser,
}) => {
  const { page } = await owing(browser, { hasTouch: true });
  await page.clock.install();
  const submit = page.getByRole("button", { name: "Submit the scorecard" });
  const reason = page.getByRole("tooltip");
  // Playwright waits for a button that can be pressed, and this one never can.
  await submit.tap({ force: true });
  await expect(reason).toBeVisible();
  // Whatever the touch left under way has taken it away by then.
  await page.clock.runFor(2_000);
  await expect(reason).toContainText(/criteri/);
  await page.getByRole("heading", { level: 1 }).tap();
  await expect(reason).toBeHidden();
});

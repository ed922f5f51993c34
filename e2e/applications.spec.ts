import { fresh, rejectedAfterCall } from "@rubric/api/demo/stories";
import { expect } from "@playwright/test";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { full } from "./states/worlds.ts";
import { test } from "./test.ts";

test("who has ended is reached from the pipeline, listed by state and stage", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  await rejectedAfterCall(await makeCase(org, job, "Rhea Rejected"), panelOf(org));
  await fresh(await makeCase(org, job, "Fay Fresh"), panelOf(org));
  const page = await pageAs(browser, org.cast.manager);
  await page.goto(`/o/${org.slug}/jobs/${job.jobId}`);
  await page.getByRole("link", { name: "1 rejected" }).click();
  await expect(page).toHaveURL(/\/applications\?state=rejected$/);
  const table = page.getByRole("table", { name: "Applications" });
  await expect(table.getByRole("link", { name: /Rhea Rejected/ })).toBeVisible();
  await expect(table.getByRole("link", { name: /Fay Fresh/ })).toHaveCount(0);

  const filters = page.getByRole("search", { name: "Filter applications" });
  await filters.getByText("Active", { exact: true }).click();
  await expect(table.getByRole("link", { name: /Fay Fresh/ })).toBeVisible();
  await filters.getByRole("combobox", { name: "Stage" }).click();
  await page.getByRole("option", { name: "First call" }).click();
  await expect(page.getByRole("heading", { name: "None of this stage is active" })).toBeVisible();
  await expect(page).toHaveURL(/stage=/);

  await page.getByRole("link", { name: "To the pipeline" }).click();
  await expect(page.getByRole("region", { name: "Pipeline" })).toContainText("Fay Fresh");
});

test("a long list is read page by page, and keeps nobody to itself", async ({ browser }) => {
  const org = await full();
  const page = await pageAs(browser, org.cast.manager);
  await page.goto(`/o/${org.slug}/jobs/${org.jobId}/applications`);
  const rows = page.getByRole("table", { name: "Applications" }).getByRole("row");
  await expect(rows).toHaveCount(26);
  const more = page.getByRole("button", { name: "Show more" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(51);
  await expect(more).toBeFocused();

  // Some pages, and then no button to stay on.
  await page.goto(`/o/${org.slug}/candidates?q=number4`);
  const found = page.getByRole("main").getByRole("link", { name: /Number/ });
  await expect(more).toBeVisible();
  await more.focus();
  while (await more.isVisible()) {
    const many = await found.count();
    await page.keyboard.press("Enter");
    await expect.poll(() => found.count()).toBeGreaterThan(many);
  }
  await expect(page.getByText("All are shown.")).toBeFocused();
});

test("a long column draws the cards in sight, and the arrows go through all of them", async ({
  browser,
}) => {
  const org = await full();
  const page = await pageAs(browser, org.cast.manager);
  await page.goto(`/o/${org.slug}/jobs/${org.jobId}`);
  const cards = page.locator("[data-column]").first().locator("[data-card]");
  await expect(cards.first()).toBeVisible();
  const [first] = await cards.all();
  if (first === undefined) throw new Error("The column has no card.");
  const all = Number(await first.getAttribute("aria-setsize"));
  expect(all).toBeGreaterThan(200);
  expect(await cards.count()).toBeLessThan(60);
  await first.getByRole("link").focus();
  for (let at = 2; at <= 40; at += 1) {
    await page.keyboard.press("ArrowDown");
    const card = page.locator(`[data-column] [aria-posinset="${at}"]:focus-within`);
    await expect(card).toBeInViewport();
  }
  await page.mouse.wheel(0, 20_000);
  await expect(page.locator('[data-column] [aria-posinset="200"]').first()).toBeAttached();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator('[data-column] [aria-posinset="41"]:focus-within')).toBeInViewport();
});

test("a move is seen at once, and undone with its sentence where it is refused", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  await makeCase(org, job, "Casey Candidate");
  const page = await pageAs(browser, org.cast.manager);
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/trpc/application.move*", async (route) => {
    await answered;
    await route.fulfill({
      status: 409,
      json: {
        error: {
          message: "conflict",
          code: -32_009,
          data: { code: "CHANGED", kind: "conflict", sentence: "Somebody was faster.", lift: null },
        },
      },
    });
  });
  await page.goto(`/o/${org.slug}/jobs/${job.jobId}`);
  await page.getByRole("link", { name: "Casey Candidate" }).focus();
  await page.keyboard.press("m");
  const move = page.getByRole("dialog", { name: "Move Casey Candidate" });
  await move
    .getByRole("button", { name: /a deviation/ })
    .first()
    .click();
  const why = page.getByRole("dialog", { name: /Casey Candidate: skip from/ });
  const to = (await why.getByRole("heading").textContent())?.split(" to ").at(-1) ?? "";
  await why.getByLabel("Why").fill("They know the ground.");
  await why.getByRole("button", { name: "Move", exact: true }).click();
  const column = page.getByRole("region", { name: to, exact: true });
  await expect(column.getByText("Casey Candidate")).toBeVisible();
  answer();
  await expect(why.getByText("Somebody was faster.")).toBeVisible();
  await expect(why.getByLabel("Why")).toHaveValue("They know the ground.");
  await why.getByRole("button", { name: "Keep as it is" }).click();
  await expect(column.getByText("Casey Candidate")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Casey Candidate" })).toBeVisible();
});

import { expect, type Page } from "@playwright/test";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization } from "./setup-org.ts";
import { test } from "./test.ts";

/** The tree of the answer, once it is there. */
const answerOf = (page: Page) => page.getByRole("region", { name: "Answer" });
const editorOf = (page: Page) => page.getByLabel("Input as JSON");

test("a procedure is found by keyboard, and tried with one's own session", async ({ browser }) => {
  const org = await makeOrganization();
  await makeJob(org);
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}`);
  await page.getByRole("button", { name: /^Your menu/ }).click();
  await page.getByRole("menuitem", { name: "API reference" }).click();
  await expect(page.getByRole("heading", { name: "API reference", level: 1 })).toBeVisible();

  await page.keyboard.press("/");
  await expect(page.getByRole("textbox", { name: "Find a procedure" })).toBeFocused();
  await page.keyboard.type("job list");
  await expect(page.getByText(/^\d of \d{3} procedures$/)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: /job\.list/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/api\/job\.list$/);

  await expect(page.getByRole("heading", { name: "job.list", level: 1 })).toBeVisible();
  await expect(page.getByText("POST /api/v1/job/list")).toBeVisible();
  await editorOf(page).fill('{"states": [], "search": null, "mine": false}');
  await expect(page.getByRole("region", { name: "The same call elsewhere" })).toContainText(
    "rubric.job.list.query({",
  );
  await page.getByRole("button", { name: "Run it" }).press("Enter");
  await expect(answerOf(page)).toContainText("jobs");
  await expect(page.getByText(/^\d+ ms$/)).toBeVisible();
  await answerOf(page).getByText("jobs:").click();
  await answerOf(page).getByText("0:").click();
  await expect(answerOf(page)).toContainText("title: ");
});

test("a command asks first, shows its key, and says why it is refused", async ({ browser }) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  await makeCase(org, job, "Casey Candidate");
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/api/job.close`);
  await editorOf(page).fill(JSON.stringify({ jobId: job.jobId, reason: "All seats are filled." }));
  await page.getByRole("button", { name: "Run it…" }).click();
  const asked = page.getByRole("dialog", { name: "Run job.close?" });
  await expect(asked).toContainText("It really happens");
  await asked.getByRole("button", { name: "Run it" }).click();
  await expect(asked).toBeHidden();
  await expect(page.getByText("JOB_NOT_ENDED").last()).toBeVisible();
  await expect(page.getByText(/^Idempotency-Key [0-9a-f-]{36}$/)).toBeVisible();
  await expect(page.getByRole("alert").getByText(/application is still running/)).toBeVisible();
});

test("what is no right input is said before it is sent, and kept when one comes back", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const page = await pageAs(browser, org.cast.recruiter);
  let sent = 0;
  await page.route("**/api/trpc/job.list**", async (route) => {
    sent++;
    await route.continue();
  });
  await page.goto(`/o/${org.slug}/api/job.list`);
  await editorOf(page).fill('{"states": [],\n}');
  await expect(page.getByText("This is not JSON: look at line 2, character 1.")).toBeVisible();
  await editorOf(page).fill('{"states": ["opn"], "search": null, "mine": 3}');
  await expect(page.getByText("mine: This must be true or false.")).toBeVisible();
  await expect(page.getByText(/^states\.0: /)).toBeVisible();
  const run = page.getByRole("button", { name: "Run it" });
  await expect(run).toHaveAttribute("aria-disabled", "true");
  await run.click({ force: true });
  await page.reload();
  await expect(editorOf(page)).toHaveValue('{"states": ["opn"], "search": null, "mine": 3}');
  await page.getByRole("button", { name: "Begin again" }).click();
  await expect(editorOf(page)).toHaveValue(/"search": null/);
  expect(sent).toBe(0);
});

test("the call as curl is copied as it stands", async ({ browser }) => {
  const org = await makeOrganization();
  const page = await pageAs(browser, org.cast.recruiter);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/o/${org.slug}/api/job.show`);
  await page.getByText("curl", { exact: true }).click();
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("/api/v1/job/show'");
  expect(copied).toContain('-H "Authorization: Bearer $RUBRIC_TOKEN"');
});

test("a password that is tried is not kept in the browser", async ({ browser }) => {
  const org = await makeOrganization();
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/api/identity.changePassword`);
  await editorOf(page).fill('{"current": "plain-otter-under-9-lamps"}');
  await page.reload();
  await expect(editorOf(page)).not.toHaveValue(/plain-otter/);
  const kept = await page.evaluate(() => JSON.stringify(window.localStorage));
  expect(kept).not.toContain("plain-otter");
});

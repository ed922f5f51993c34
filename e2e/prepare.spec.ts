import { readFile } from "node:fs/promises";
import { withinOrg } from "@rubric/api/demo/organization";
import { rejectedAfterCall } from "@rubric/api/demo/stories";
import { question } from "@rubric/db/schema";
import { type Browser, expect, type Page } from "@playwright/test";
import { giveFeedbackWhenAsked, tellRejections } from "./feedback.ts";
import { choose, mark } from "./fields.ts";
import { pageAs, pageOf } from "./people.ts";
import { linkOf, makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { overflowOf, violationsOf } from "./states/judge.ts";
import { test } from "./test.ts";

const PHONE = { viewport: { width: 390, height: 844 } };

/** Addresses that the browser asked for from now on. */
function asked(page: Page): string[] {
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  return urls;
}

const markOf = (page: Page, name: string) =>
  page.getByRole("group", { name: `Do you do this today? ${name}` });
const planOf = (page: Page) =>
  page.getByRole("list", { name: "Your plan" }).getByRole("heading", { level: 3 });

test("somebody without an account goes from a post to a plan, a checklist and a file", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const page = await pageOf(browser);
  await page.goto(`/${org.slug}/jobs/${job.slug}`);
  await page.getByRole("link", { name: "Prepare for this job" }).click();
  await expect(
    page.getByRole("heading", { name: "Prepare for Senior Backend Engineer" }),
  ).toBeVisible();
  await expect(page.getByText("Nothing is marked yet. Begin below")).toBeVisible();
  const make = page.getByRole("button", { name: "Make my plan" });
  await expect(make).toHaveAccessibleDescription(/Nothing is marked yet/);

  await mark(page, "Do you do this today? Domain modelling", "No");
  await mark(page, "Do you do this today? System design", "Mixed");
  await page.getByRole("textbox", { name: "Hours a week" }).fill("6");
  await choose(page, "For", "A new role");
  await make.click();
  await expect(planOf(page).first()).toBeVisible();
  await expect(page.getByText("Your largest gap is in Domain modelling.")).toBeVisible();
  const before = await planOf(page).allInnerTexts();

  const first = before[0] ?? "";
  // What is done leaves the plan, and its tick with it.
  await page.getByRole("checkbox", { name: `Done: ${first}` }).click();
  await expect(planOf(page).first()).not.toHaveText(first);

  const checklist = page.getByRole("region", { name: "Before each step" });
  await checklist.getByLabel(/Let your CV say what changed/).check();
  await expect(checklist.getByText(/^1 of \d+ done\./)).toBeVisible();

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save JSON" }).click();
  const file: unknown = JSON.parse(await readFile(await (await saved).path(), "utf8"));
  expect(file).toMatchObject({ format: "rubric-preparation-1", done: [expect.any(String)] });

  expect(await violationsOf(page)).toEqual([]);
  await page.reload();
  await expect(markOf(page, "Domain modelling").getByLabel("No", { exact: true })).toBeChecked();
  await expect(checklist.getByText(/^1 of \d+ done\./)).toBeVisible();
  await page.getByRole("button", { name: "Forget what I marked and ticked here" }).click();
  const forget = page.getByRole("dialog", { name: "Forget all of it?" });
  await forget.getByRole("button", { name: "Keep as it is" }).click();
  await expect(checklist.getByText(/^1 of \d+ done\./)).toBeVisible();
  await page.getByRole("button", { name: "Forget what I marked and ticked here" }).click();
  await forget.getByRole("button", { name: "Forget it" }).click();
  await expect(page.getByText("Nothing is marked yet. Begin below")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Nothing is marked yet. Begin below")).toBeVisible();
});

test("on a phone, by keys alone, for a level; no question of the bank is shown", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const page = await pageOf(browser, PHONE);
  await page.goto(`/${org.slug}/prepare`);
  await page.getByRole("link", { name: "Senior Backend Engineer", exact: true }).last().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Prepare for Senior/ })).toBeVisible();
  const caching = markOf(page, "Caching");
  await caching.getByRole("radio").first().focus();
  await page.keyboard.press("2");
  await expect(caching.getByRole("radio", { name: "No", exact: true })).toBeChecked();
  const make = page.getByRole("button", { name: "Make my plan" });
  await make.focus();
  await page.keyboard.press("Enter");
  await expect(planOf(page).first()).toBeVisible();
  expect(await overflowOf(page)).toEqual([]);
  expect(await violationsOf(page)).toEqual([]);

  const bank = await withinOrg(org.db, org.org.id, (tx) => tx.select().from(question));
  await page.goto(`/${org.slug}/jobs/${job.slug}/prepare`);
  await expect(page.getByRole("heading", { name: "Before each step" })).toBeVisible();
  const shown = (await page.content()).replaceAll("&#x27;", "'").replaceAll("&quot;", '"');
  const leaked = bank.filter(({ text, strongSignals, redFlags }) =>
    [text, ...strongSignals, ...redFlags].some((words) => shown.includes(words)),
  );
  expect(leaked.map(({ text }) => text)).toEqual([]);
  expect(bank.some(({ tip }) => shown.includes(tip))).toBe(true);
});

test("a page without scripts says what is asked for, and what needs them", async ({ browser }) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const page = await pageOf(browser, { javaScriptEnabled: false });
  await page.goto(`/${org.slug}/jobs/${job.slug}/prepare`);
  await expect(page.getByRole("heading", { name: /Domain modelling/ })).toBeVisible();
  expect(await page.content()).toContain("please allow JavaScript for this page");
});

async function rejectedCandidate(browser: Browser) {
  const org = await makeOrganization();
  await giveFeedbackWhenAsked(org);
  const one = await makeCase(org, await makeJob(org));
  await rejectedAfterCall(one, panelOf(org));
  await tellRejections(org);
  const page = await pageOf(browser);
  await page.goto(`/${org.slug}/me/${await linkOf(org, one.candidateId)}`);
  return { org, one, page };
}

test("a rejected candidate asks, the recruiter writes, and the answer becomes a plan", async ({
  browser,
}) => {
  const { org, one, page } = await rejectedCandidate(browser);
  await page.getByRole("button", { name: "Ask for feedback" }).click();
  await expect(page.getByText(/You asked for feedback on/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Feedback", exact: true })).toBeFocused();
  expect(await violationsOf(page)).toEqual([]);

  const recruiter = await pageAs(browser, org.cast.recruiter);
  await recruiter.goto(`/o/${org.slug}`);
  await expect(
    recruiter.getByText("Write the feedback that Casey Candidate asked for"),
  ).toBeVisible();
  await recruiter.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  await recruiter.getByRole("link", { name: "Write the feedback" }).click();
  const send = recruiter.getByRole("button", { name: "Send to Casey Candidate" });
  await expect(send).toHaveAccessibleDescription(/Nothing is written yet/);
  const field = recruiter.getByRole("textbox", { name: "Domain modelling" });
  await field.fill(`As ${org.cast.first.name} said: begin from the rule.`);
  await expect(recruiter.getByText(/^Saved /)).toBeVisible();
  await send.click();
  const dialog = recruiter.getByRole("dialog", { name: "Send this feedback?" });
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await expect(dialog.getByText(/names Ines Interviewer/)).toBeVisible();
  await recruiter.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await field.fill("Begin from the rule that must hold, and let the tables follow.");
  expect(await violationsOf(recruiter)).toEqual([]);
  await send.click();
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await expect(recruiter.getByText(/It does not change any more/)).toBeVisible();

  await page.reload();
  await expect(page.getByText("Begin from the rule that must hold")).toBeVisible();
  await expect(page.getByText(org.cast.recruiter.name)).toHaveCount(0);
  const urls = asked(page);
  await page.getByRole("link", { name: "Make a plan from it" }).click();
  await expect(page).toHaveURL(/\/prepare#gaps=domain-modelling$/);
  await expect(markOf(page, "Domain modelling").getByLabel("Mixed")).toBeChecked();
  await page.getByRole("button", { name: "Make my plan" }).click();
  await expect(planOf(page).first()).toBeVisible();
  expect(urls.filter((url) => url.includes("domain-modelling"))).toEqual([]);
});

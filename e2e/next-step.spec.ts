import { callAhead, offered } from "@rubric/api/demo/stories";
import { expect } from "@playwright/test";
import { pickMoment } from "./fields.ts";
import { pageAs, pageOf } from "./people.ts";
import { linkOf, makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";

test("a cancelled interview waits for its recruiter to be scheduled again", async ({ browser }) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callAhead(2)(one, panelOf(org));
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  await page.getByRole("button", { name: "More for First call" }).click();
  await page.getByRole("menuitem", { name: "Cancel" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel First call?" });
  await dialog.getByLabel("Reason").fill("The interviewer is ill.");
  await dialog.getByRole("button", { name: "Cancel the interview" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "Now" })).toContainText("Schedule First call");

  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  const form = page.getByRole("dialog", { name: /^First call: / });
  const starts = form.getByRole("button", { name: "Starts", exact: true });
  await expect(starts).toHaveAccessibleDescription(/Europe\/Berlin/);
  await starts.click();
  const hour = page.getByRole("spinbutton").first();
  await hour.fill("15");
  await hour.press("Escape");
  await expect(hour).toBeHidden();
  await expect(starts).toContainText("15:00");
  await pickMoment(page, "Starts", new Date(Date.now() + 3 * 86_400_000));
  await expect(starts).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
});

test("who does not decide is told who does, and holds or ends by a fact", async ({ browser }) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  await makeCase(org, job, "Casey Candidate");
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/jobs/${job.jobId}`);
  const card = page.getByRole("article", { name: "Casey Candidate" });
  await expect(card).toContainText(`Waits for ${org.cast.manager.name} to decide`);
  await card.getByRole("link", { name: "Casey Candidate" }).focus();
  await page.keyboard.press("m");
  const move = page.getByRole("dialog", { name: "Move Casey Candidate" });
  await expect(move).toContainText(`the hiring manager decides: ${org.cast.manager.name}.`);
  await expect(move.getByRole("button", { name: /^Put on hold/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Put Casey Candidate on hold" })).toBeVisible();
  await page.getByRole("button", { name: "Keep as it is" }).click();
  await card.getByRole("button", { name: "Move Casey Candidate" }).click();
  await move.getByRole("button", { name: /^Reject for an administrative reason/ }).click();
  await expect(
    page.getByRole("dialog", { name: "Reject Casey Candidate, administratively" }),
  ).toBeVisible();
});

test("a declined offer promises nothing, and its recruiter reads what comes now", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await offered("sent", 8_000_000)(one, panelOf(org));
  const candidate = await pageOf(browser);
  await candidate.goto(`/${org.slug}/me/${await linkOf(org, one.candidateId)}`);
  await candidate.getByRole("button", { name: "Decline", exact: true }).click();
  await candidate.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(candidate.getByText(/^You declined our offer/)).toBeVisible();
  await expect(candidate.getByText(/You hear from us by|You are here/)).toHaveCount(0);

  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  const now = page.getByRole("region", { name: "Now" });
  await expect(now).toContainText("The offer was declined: write another, or end the application");
  await expect(now.getByRole("link", { name: "Go to the offer" })).toBeVisible();
});

test("the search over the page finds jobs, and Enter opens the first", async ({ browser }) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}`);
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Find a person, a job or a page").fill("backend");
  const search = page.getByRole("dialog", { name: "Search" });
  await expect(search.getByRole("button", { name: /^Senior Backend Engineer/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/jobs/${job.jobId}$`));
});

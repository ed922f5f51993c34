import { callAhead, offered } from "@rubric/api/demo/stories";
import { expect } from "@playwright/test";
import { fillDay, pickMoment } from "./fields.ts";
import { linkIn, mailTo } from "./mail.ts";
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
  const now = page.getByRole("region", { name: "Now" });
  await expect(now).toContainText("Schedule First call");

  await now.getByRole("button", { name: "Find a time" }).click();
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

test("the word promised to a candidate is written from Home and read in the e-mail and on their page", async ({
  browser,
}) => {
  const org = await makeOrganization();
  await makeCase(org, await makeJob(org));
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}`);
  await page.getByRole("link", { name: "Answer the candidate" }).click();
  const write = page.getByRole("button", { name: /^Write to the candidate/ });
  await write.click();
  const text = "Your application is being read, and no news is no bad news.";
  const dialog = page.getByRole("dialog", { name: "Write to Casey Candidate" });
  const message = dialog.getByRole("textbox", { name: "Message" });
  const send = dialog.getByRole("button", { name: "Send" });
  await expect(message).toBeFocused();
  await message.fill(text);
  await expect(send).toBeDisabled();
  await expect(send).toHaveAccessibleDescription("Choose the day by which they hear again.");

  await page.reload();
  await write.click();
  await expect(message).toHaveValue(text);
  await fillDay(dialog, "They hear from us again by", new Date(Date.now() + 7 * 86_400_000));
  await send.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("list", { name: "History" })).toContainText(text);
  await expect(page.getByText("Answer late")).toHaveCount(0);
  await write.click();
  await expect(message).toHaveValue("");
  await message.fill("One more thing.");
  await expect(send).toBeEnabled();
  await page.goto(`/o/${org.slug}`);
  await expect(page.getByText(/nothing waits for you/i)).toBeVisible();

  const letter = await mailTo(
    `casey.candidate@${org.slug}.example`,
    "A message about your application: Senior Backend Engineer",
  );
  expect(letter.text).toContain(`${org.cast.recruiter.name} wrote to you`);
  expect(letter.text).toContain(text);
  const candidate = await pageOf(browser);
  await candidate.goto(linkIn(letter, `/${org.slug}/me/`));
  await expect(candidate.getByText(text)).toBeVisible();
  await expect(candidate.getByText(org.cast.recruiter.name)).toBeVisible();
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

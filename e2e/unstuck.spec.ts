import {
  callAhead,
  callOwed,
  callProposed,
  loopOwed,
  offered,
  rejectedAfterCall,
} from "@rubric/api/demo/stories";
import { rated } from "@rubric/api/demo/kits";
import { expect, type Page } from "@playwright/test";
import { pageAs, pageOf } from "./people.ts";
import { linkOf, makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { choose, fillDay } from "./fields.ts";
import { mailTo } from "./mail.ts";
import { test } from "./test.ts";

/** Opens what can be done with an interview and chooses one of it. */
async function act(page: Page, interview: string, action: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: `More for ${interview}` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("an interviewer who did not come: the interview is planned anew", async ({ browser }) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(3, false)(one, panelOf(org));
  const page = await pageAs(browser, org.cast.recruiter);
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  await act(page, "First call", "Someone did not come");
  const dialog = page.getByRole("dialog", { name: "Who did not come?" });
  await dialog.getByRole("radio", { name: "Our side" }).check();
  await dialog.getByRole("button", { name: "Mark absent" }).click();
  await expect(page.getByText("First call is planned anew.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Schedule", exact: true })).toBeVisible();

  const interviewer = await pageAs(browser, org.cast.first);
  await interviewer.goto(`/o/${org.slug}`);
  await expect(interviewer.getByText(/nothing waits for you/i)).toBeVisible();
});

test("a scorecard that will not come: its author is excused, and the debrief is ready", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await loopOwed(2, ["strong", "fair"])(one, panelOf(org));
  const manager = await pageAs(browser, org.cast.manager);
  const debrief = `/o/${org.slug}/applications/${one.applicationId}/debrief`;
  await manager.goto(debrief);
  await expect(manager.getByRole("button", { name: "Open the debrief" })).toBeDisabled();

  const recruiter = await pageAs(browser, org.cast.recruiter);
  await recruiter.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  await act(recruiter, "Security and personal data", `Excuse ${org.cast.third.name}`);
  const dialog = recruiter.getByRole("dialog", { name: `Excuse ${org.cast.third.name}?` });
  await choose(dialog, "Why", "Fell ill");
  await dialog.getByLabel("In your words").fill("Off sick since the day after.");
  await dialog.getByRole("button", { name: "Excuse", exact: true }).click();
  await expect(dialog).toBeHidden();

  await manager.reload();
  await expect(manager.getByText("Off sick since the day after.").first()).toBeVisible();
  await manager.getByRole("button", { name: "Open the debrief" }).click();
  await expect(manager.getByRole("button", { name: "Close the debrief" })).toBeVisible();
});

test("an interviewer who cannot come is replaced by another", async ({ browser }) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callAhead(30)(one, panelOf(org));
  const page = await pageAs(browser, org.cast.coordinator);
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  await act(page, "First call", "Replace an interviewer");
  const dialog = page.getByRole("dialog", { name: /Replace an interviewer/ });
  await choose(dialog, "Comes", new RegExp(`^${org.cast.second.name}`));
  await dialog.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(org.cast.second.name).first()).toBeVisible();

  const before = await pageAs(browser, org.cast.first);
  await before.goto(`/o/${org.slug}/interviews`);
  await expect(before.getByText("Casey Candidate")).toHaveCount(0);
  const after = await pageAs(browser, org.cast.second);
  await after.goto(`/o/${org.slug}/interviews`);
  await expect(after.getByText("Casey Candidate").first()).toBeVisible();
});

test("a candidate withdraws on their own page, and nobody waits for the interview", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callAhead(30)(one, panelOf(org));
  const candidate = await pageOf(browser);
  await candidate.goto(`/${org.slug}/me/${await linkOf(org, one.candidateId)}`);
  await candidate.getByRole("button", { name: "Withdraw this application" }).click();
  await candidate
    .getByRole("dialog")
    .getByRole("button", { name: "Withdraw", exact: true })
    .click();
  await expect(candidate.getByRole("dialog")).toBeHidden();
  await expect(candidate.getByRole("button", { name: "Withdraw this application" })).toHaveCount(0);

  const recruiter = await pageAs(browser, org.cast.recruiter);
  await recruiter.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  await expect(recruiter.getByText("Withdrawn").first()).toBeVisible();
  const interviewer = await pageAs(browser, org.cast.first);
  await interviewer.goto(`/o/${org.slug}`);
  await expect(interviewer.getByText(/nothing waits for you/i)).toBeVisible();
  await mailTo(`first@${org.slug}.test`, "Cancelled: Casey Candidate");
});

test("who withdraws in a second window reads that it is done, and is asked no more", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  const first = await pageOf(browser);
  await first.goto(`/${org.slug}/me/${await linkOf(org, one.candidateId)}`);
  const second = await first.context().newPage();
  await second.goto(first.url());
  for (const page of [first, second]) {
    await page.getByRole("button", { name: "Withdraw this application" }).click();
  }
  const withdraw = { name: "Withdraw", exact: true };
  await first.getByRole("dialog").getByRole("button", withdraw).click();
  await expect(first.getByRole("dialog")).toBeHidden();

  const dialog = second.getByRole("dialog");
  await dialog.getByRole("button", withdraw).click();
  await expect(dialog.getByRole("alert")).toContainText("This application has ended.");
  await dialog.getByRole("button", { name: "Keep as it is" }).click();
  await expect(dialog).toBeHidden();
  await expect(second.getByRole("button", { name: "Withdraw this application" })).toHaveCount(0);
});

test("no proposed time suits the candidate, who says so, and the recruiter reads when one would", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callProposed(one, panelOf(org));
  const candidate = await pageOf(browser);
  await candidate.goto(`/${org.slug}/me/${await linkOf(org, one.candidateId)}`);
  const interviews = candidate.getByRole("region", { name: "Your interviews" });
  await interviews.getByRole("button", { name: "None of these times suits me" }).click();
  const when = interviews.getByLabel("When could you make it?");
  await expect(when).toBeFocused();
  await when.fill("Any day after six in the evening.");
  await candidate.keyboard.press("Tab");
  await candidate.keyboard.press("Enter");
  await expect(when).toBeHidden();
  await expect(interviews.getByText("We have your message, and write back.")).toBeVisible();
  // The button that was pressed is gone: the keyboard goes on from the page's title.
  await expect(candidate.getByRole("heading", { level: 1 })).toBeFocused();
  const said = "First call: none of these times suits me. Any day after six in the evening.";
  await expect(candidate.getByText(said)).toBeVisible();

  await mailTo(`recruiter@${org.slug}.test`, "A question: Casey Candidate");
  const recruiter = await pageAs(browser, org.cast.recruiter);
  await recruiter.goto(`/o/${org.slug}`);
  await recruiter.getByRole("link", { name: "Answer a question" }).click();
  await expect(recruiter.getByRole("list", { name: "History" })).toContainText(said);
  await recruiter.getByRole("button", { name: "Change the times" }).click();
  const dialog = recruiter.getByRole("dialog", { name: /^First call/ });
  await expect(dialog.getByText(org.cast.first.name)).toBeVisible();
  await dialog.getByRole("button", { name: "Leave out time 1" }).click();
  await dialog.getByRole("button", { name: "Propose" }).click();
  await expect(dialog).toBeHidden();
  await recruiter.getByRole("button", { name: "Write to the candidate" }).click();
  const answer = recruiter.getByRole("dialog", { name: /^Write to/ });
  await expect(answer).toContainText(said);
  await answer.getByLabel("Message").fill("Here are others, in the evening.");
  await fillDay(answer, "They hear from us again by", new Date(Date.now() + 7 * 86_400_000));
  await answer.getByRole("button", { name: "Send" }).click();
  await expect(answer).toBeHidden();

  await candidate.reload();
  await expect(candidate.getByText("Here are others, in the evening.")).toBeVisible();
  await interviews.getByRole("radio").first().check();
  await interviews.getByRole("button", { name: "Take this time" }).click();
  await expect(interviews.getByText("How long")).toBeVisible();
});

test("a declined offer frees the seat for another finalist", async ({ browser }) => {
  const org = await makeOrganization();
  const job = await makeJob(org, { openings: 1 });
  const first = await makeCase(org, job, "Nia North");
  const second = await makeCase(org, job, "Otis Ost");
  await offered("sent", 8_000_000)(first, panelOf(org));
  await offered("approved", 8_000_000)(second, panelOf(org));
  const recruiter = await pageAs(browser, org.cast.recruiter);
  const offer = `/o/${org.slug}/applications/${second.applicationId}/offer`;
  await recruiter.goto(offer);
  const send = recruiter.getByRole("button", { name: "Send it" });
  await expect(send).toBeDisabled();
  await expect(send).toHaveAccessibleDescription(/opening/i);

  const candidate = await pageOf(browser);
  await candidate.goto(`/${org.slug}/me/${await linkOf(org, first.candidateId)}`);
  await candidate.getByRole("button", { name: "Decline", exact: true }).click();
  await candidate.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(candidate.getByText("You declined this offer.")).toBeVisible();

  await recruiter.reload();
  await send.click();
  await recruiter.getByRole("dialog").getByRole("button", { name: "Send it" }).click();
  await expect(recruiter.getByRole("dialog")).toBeHidden();
  await expect(send).toHaveCount(0);
});

test("a rejection is reversed by a new decision that says why", async ({ browser }) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await rejectedAfterCall(one, panelOf(org));
  expect(rated(one.job.plan, "First call")).not.toEqual([]);
  const page = await pageAs(browser, org.cast.manager);
  const stageId = one.job.plan.stages.get("call") ?? "";
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}/debrief?stage=${stageId}`);
  await page.getByRole("button", { name: "Reverse this decision" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Reverse the decision" });
  await dialog.getByLabel("Why it is reversed").fill("The notes of two candidates were mixed up.");
  await dialog.getByRole("radio", { name: /Advance to/ }).check();
  await dialog
    .getByRole("group", { name: "The criteria it rests on" })
    .getByText("Domain modelling")
    .click();
  await dialog.getByLabel("Why", { exact: true }).fill("Read with the right notes, it holds.");
  await dialog.getByRole("button", { name: "Decide anew" }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByText("The notes of two candidates were mixed up.", { exact: false }).first(),
  ).toBeVisible();
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  await expect(page.getByText("Active").first()).toBeVisible();
  await expect(page.getByText("Technical loop").first()).toBeVisible();
});

import { stageId } from "@rubric/api/demo/journey";
import { plannedInterviews, rated } from "@rubric/api/demo/kits";
import { callAhead, callOwed, loopOwed, offered } from "@rubric/api/demo/stories";
import type { StaffMember } from "@rubric/domain/context";
import { expect } from "@playwright/test";
import { type Api, apiAs, refusal } from "./api.ts";
import { choose, pickMoment } from "./fields.ts";
import { pageAs } from "./people.ts";
import { seatOf } from "./seats.ts";
import { makeCase, makeJob, makeOrganization, type Organization, panelOf } from "./setup-org.ts";
import { around } from "./sweep.ts";
import { test } from "./test.ts";
import { trailOf } from "./trail.ts";

const REFERRED = "You referred this candidate, so you take no part in judging them.";
const DECLARED = "You declared a relation to this candidate, so you take no part in judging them.";
const EMPTY = { ratings: [], notes: [], recommendation: null, summary: "" };

/** The member refers somebody who is in the pipeline already; nobody is told whether they were. */
async function refer(
  org: Organization,
  by: StaffMember,
  jobId: string,
  name: string,
): Promise<void> {
  const api = await apiAs({ who: by, org: org.slug });
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@${org.slug}.example`;
  const papers = { phone: "", links: [], uploadId: null, headline: "" };
  const note = "We shared a desk for three years.";
  await api.candidate.refer.mutate({ jobId, name, email, ...papers, note });
}

/** The codes with which calls by which a member would judge the candidate are refused. */
async function judging(api: Api, calls: (api: Api) => Promise<unknown>[]): Promise<string[]> {
  return [...new Set(await Promise.all(calls(api).map((call) => refusal(call))))];
}

test("law 7: who referred the candidate neither decides, excuses nor breaks the seal", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await loopOwed(2, ["strong", "weak"])(one, panelOf(org));
  const { manager, recruiter, admin, approver, third } = org.cast;
  for (const who of [manager, recruiter, admin]) {
    await refer(org, who, one.job.jobId, "Casey Candidate");
  }
  const owed = await seatOf(one, third, "Security and personal data");
  const at = { applicationId: one.applicationId, stageId: stageId(one, "loop") };
  const words = "It is clear to me already, without anybody else.";
  const excuse = { scorecardId: owed.scorecardId, why: "ill" as const, reason: words };
  const lower = { ...at, to: 2, reason: words };
  const decision = {
    ...at,
    kind: "reject" as const,
    levelKey: "senior",
    levelReason: "",
    criterionIds: rated(one.job.plan, "System design"),
    requirement: "",
    reason: words,
  };
  const as = (who: StaffMember) => apiAs({ who, org: org.slug });
  const [lead, other] = await Promise.all([as(manager), as(recruiter)]);
  const [whole, substitute] = await Promise.all([as(admin), as(approver)]);
  const trail = await trailOf(org);
  const offer = stageId(one, "offer");
  expect(
    await judging(lead, (api) => [
      api.debrief.decide.mutate(decision),
      api.debrief.lowerQuorum.mutate(lower),
      api.debrief.open.mutate(at),
      api.scorecard.excuse.mutate(excuse),
      api.scorecard.breakGlass.mutate({ ...at, reason: words }),
      api.application.move.mutate({
        applicationId: one.applicationId,
        toStageId: offer,
        reason: words,
      }),
    ]),
  ).toEqual(["CONFLICT_OF_INTEREST"]);
  expect(
    await judging(other, (api) => [
      api.debrief.lowerQuorum.mutate(lower),
      api.debrief.open.mutate(at),
      api.scorecard.excuse.mutate(excuse),
    ]),
  ).toEqual(["CONFLICT_OF_INTEREST"]);
  expect(await refusal(whole.scorecard.breakGlass.mutate({ ...at, reason: words }))).toBe(
    "CONFLICT_OF_INTEREST",
  );
  expect(await trailOf(org)).toEqual(trail);

  const application = `/o/${org.slug}/applications/${one.applicationId}`;
  const page = await pageAs(browser, manager);
  await page.goto(`${application}/debrief`);
  for (const name of ["Open the debrief", "Break the seal…"]) {
    const button = page.getByRole("button", { name });
    await expect(button).toHaveAccessibleDescription(new RegExp(REFERRED));
    await button.click({ force: true });
  }
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto(application);
  await expect(page.getByRole("button", { name: "Skip a stage or go back…" })).toContainText(
    REFERRED,
  );
  const clerk = await pageAs(browser, recruiter);
  await clerk.goto(application);
  await clerk.getByRole("button", { name: "More for Security and personal data" }).click();
  await clerk.getByRole("menuitem", { name: `Excuse ${third.name}` }).click();
  const dialog = clerk.getByRole("dialog", { name: `Excuse ${third.name}?` });
  await dialog.getByLabel("In your words").fill("Off sick since the day after.");
  await dialog.getByRole("button", { name: "Excuse", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText(REFERRED);

  // The job's substitute can.
  const excused = await substitute.scorecard.excuse.mutate(excuse);
  expect(excused.state).toBe("excused");
});

test("law 7: who declares a relation writes nothing, and is not asked to interview again", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const [owing, ahead] = [await makeCase(org, job), await makeCase(org, job, "Ana Ahead")];
  await callOwed(3, true)(owing, panelOf(org));
  const { first, second, recruiter } = org.cast;
  const seat = await seatOf(owing, first, "First call");
  const page = await pageAs(browser, first);
  await page.goto(`/o/${org.slug}/applications/${owing.applicationId}`);
  await page.getByRole("button", { name: "I know this person…" }).click();
  const dialog = page.getByRole("dialog", { name: "You know Casey Candidate" });
  await dialog.getByLabel("How you know them").fill("My sister's husband.");
  await dialog.getByRole("button", { name: "Declare it" }).click();
  await expect(dialog).toBeHidden();

  await page.goto(`/o/${org.slug}/interviews/${seat.interviewId}`);
  await expect(page.getByText(DECLARED)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Submit/ })).toHaveCount(0);
  const { scorecardId } = seat;
  const author = await apiAs({ who: first, org: org.slug });
  expect(
    await judging(author, (api) => [
      api.scorecard.saveDraft.mutate({ scorecardId, revision: 1, content: EMPTY }),
      api.scorecard.submit.mutate({ scorecardId, content: EMPTY }),
      api.scorecard.correct.mutate({ scorecardId, content: EMPTY, reason: "Anew." }),
    ]),
  ).toEqual(["CONFLICT_OF_INTEREST"]);

  // Somebody who referred the next candidate is not scheduled, proposed or swapped in there.
  await callAhead(30)(ahead, panelOf(org));
  const { interviewId } = await seatOf(ahead, first, "First call");
  await refer(org, second, job.jobId, "Ana Ahead");
  const lead = await apiAs({ who: recruiter, org: org.slug });
  expect(
    await refusal(
      lead.interview.swap.mutate({ interviewId, out: first.memberId, in: second.memberId }),
    ),
  ).toBe("INTERVIEWER_CONFLICT");
  const fresh = await makeCase(org, job, "Fina Fresh");
  await takenOn(org, fresh.applicationId);
  await refer(org, second, job.jobId, "Fina Fresh");
  const planned = await plannedInterviews(org.db, org.org.id, fresh.applicationId);
  const proposal = {
    interviewId: planned.get("First call") ?? "",
    minutes: 45,
    place: "Room 1",
    interviewers: [first.memberId],
    shadows: [second.memberId],
  };
  const soon = new Date(Date.now() + 86_400_000).toISOString();
  expect(await refusal(lead.interview.propose.mutate({ ...proposal, times: [soon] }))).toBe(
    "INTERVIEWER_CONFLICT",
  );
  const clerk = await pageAs(browser, recruiter);
  await clerk.goto(`/o/${org.slug}/applications/${fresh.applicationId}`);
  await clerk.getByRole("button", { name: "Schedule", exact: true }).click();
  const form = clerk.getByRole("dialog");
  await pickMoment(clerk, "Starts", new Date(Date.now() + 3_600_000));
  await form.getByLabel("Place").fill("Room 1");
  await choose(form, "Interviewers", second.name);
  await clerk.keyboard.press("Tab");
  await form.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText(
    `${second.name} takes no part in judging this candidate.`,
  );
});

/** The hiring manager takes an application on at the review. */
async function takenOn(org: Organization, applicationId: string): Promise<void> {
  const api = await apiAs({ who: org.cast.manager, org: org.slug });
  const { stage } = await api.debrief.show.query({ applicationId, stageId: null });
  await api.debrief.decide.mutate({
    applicationId,
    stageId: stage.id,
    kind: "advance",
    levelKey: "senior",
    levelReason: "",
    criterionIds: [],
    requirement: "Has owned a ledger.",
    reason: "Says what became of it.",
  });
}

test("law 7: who referred the candidate does not approve the offer", async ({ browser }) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await offered("pending", 8_000_000)(one, panelOf(org));
  const { approver } = org.cast;
  await refer(org, approver, one.job.jobId, "Casey Candidate");
  const [offerId = ""] = (await around(one)).offerIds;
  const api = await apiAs({ who: approver, org: org.slug });
  expect(await refusal(api.offer.approve.mutate({ offerId }))).toBe("CONFLICT_OF_INTEREST");

  const page = await pageAs(browser, approver);
  await page.goto(`/o/${org.slug}/offers/${offerId}`);
  const approve = page.getByRole("button", { name: "Approve", exact: true });
  await expect(approve).toHaveAccessibleDescription(new RegExp(REFERRED));
  await approve.click({ force: true });
  expect((await api.offer.show.query({ offerId })).offer.state).toBe("pending");
});

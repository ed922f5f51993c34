import { rated } from "@rubric/api/demo/kits";
import { stageId } from "@rubric/api/demo/journey";
import { backendPlan } from "@rubric/api/demo/plans";
import { callAhead, callOwed } from "@rubric/api/demo/stories";
import type { StaffMember } from "@rubric/domain/context";
import type { PlanContent } from "@rubric/domain/job/plan/schemas";
import { expect, type Page } from "@playwright/test";
import { type Api, apiAs, refusal } from "./api.ts";
import { pageAs } from "./people.ts";
import { seatOf } from "./seats.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";
import { trailOf } from "./trail.ts";

const GONE = "Domain modelling";
const KEPT = "Technical communication";
const HEARD = "Asked who may reverse a posting before drawing anything.";

/** The plan that the job began with, without one of the criteria of its first call. */
function planWithout(competencyKey: string): PlanContent {
  const plan = backendPlan("senior", new Map());
  const stays = (key: string) => key !== competencyKey;
  return {
    criteria: plan.criteria.filter((one) => stays(one.competencyKey)),
    stages: plan.stages.map((stage) => ({
      ...stage,
      interviews: stage.interviews.map((kit) => ({
        ...kit,
        competencyKeys: kit.competencyKeys.filter(stays),
      })),
    })),
  };
}

/** Puts another version of the plan into force. */
async function adopt(api: Api, jobId: string, plan: PlanContent): Promise<void> {
  const { framework } = await api.job.show.query({ jobId });
  const draft = { jobId, draftId: null, frameworkVersionId: framework.versionId, plan };
  const { plans } = await api.job.savePlan.mutate(draft);
  await api.job.adoptPlan.mutate({ jobId, draftId: plans.draft?.id ?? "" });
}

async function criteriaIn(api: Api, interviewId: string): Promise<string[]> {
  const kit = await api.interview.showKit.query({ interviewId });
  return kit.criteria.map((one) => one.name);
}

function criteriaOn(page: Page) {
  return page.getByRole("region", { name: "Criteria" }).getByRole("heading", { level: 3 });
}

test("law 6: a plan that changes leaves who is pinned to the one they began with", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const pinned = await makeCase(org, job);
  const fresh = await makeCase(org, job, "Fred Fresh");
  await callOwed(3, false)(pinned, panelOf(org));
  const { first, manager } = org.cast;
  const seat = await seatOf(pinned, first, "First call");

  const page = await pageAs(browser, manager);
  await page.goto(`/o/${org.slug}/jobs/${job.jobId}/rubric`);
  await page.getByRole("button", { name: `Take ${GONE} out of the rubric` }).click();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByRole("button", { name: /Put version 2 into force/ }).click();
  const dialog = page.getByRole("dialog", { name: "Put version 2 into force?" });
  await expect(dialog).toContainText("The others stay with the plan they are judged by.");
  await dialog.getByRole("button", { name: "Put it into force" }).click();
  await expect(page.getByText(/Version 2 came into force/)).toBeVisible();
  await page.goto(`/o/${org.slug}/jobs/${job.jobId}/plan`);
  await expect(
    page.getByText("1 application is judged by version 1, and will be to the end", {
      exact: false,
    }),
  ).toBeVisible();

  const interviewer = await pageAs(browser, first);
  await interviewer.goto(`/o/${org.slug}/interviews/${seat.interviewId}`);
  await expect(criteriaOn(interviewer)).toHaveText([KEPT, GONE]);
  const author = await apiAs({ who: first, org: org.slug });
  const [kept = "", gone = ""] = rated(job.plan, "First call");
  const rating = (criterionId: string) => ({
    criterionId,
    rating: "yes" as const,
    notAssessedReason: "",
    evidence: HEARD,
  });
  const card = (...criterionIds: string[]) => ({
    scorecardId: seat.scorecardId,
    content: {
      ratings: criterionIds.map(rating),
      notes: [],
      recommendation: "yes" as const,
      summary: "",
    },
  });
  expect(await refusal(author.scorecard.submit.mutate(card(kept)))).toBe("CRITERIA_INCOMPLETE");

  // The new plan's criteria are not those that this application is judged by.
  const api = await apiAs({ who: manager, org: org.slug });
  const { plans } = await api.job.show.query({ jobId: job.jobId });
  const alien = plans.current?.criteria[0]?.id ?? "";
  expect(await refusal(author.scorecard.submit.mutate(card(kept, gone, alien)))).toBe("BAD_INPUT");
  await author.scorecard.submit.mutate(card(kept, gone));
  const decision = {
    applicationId: pinned.applicationId,
    stageId: stageId(pinned, "call"),
    kind: "advance" as const,
    levelKey: "senior",
    levelReason: "",
    requirement: "",
    reason: "It holds.",
  };
  expect(await refusal(api.debrief.decide.mutate({ ...decision, criterionIds: [alien] }))).toBe(
    "GROUND_UNKNOWN",
  );
  await api.debrief.decide.mutate({ ...decision, criterionIds: [gone] });

  // Who was not pinned is judged by the new one.
  const of = { applicationId: fresh.applicationId };
  const { stage } = await api.debrief.show.query({ ...of, stageId: null });
  await api.debrief.decide.mutate({
    ...decision,
    ...of,
    stageId: stage.id,
    criterionIds: [],
    requirement: "Has owned a ledger.",
  });
  const { stages } = await api.application.show.query(of);
  const interviewId = stages.flatMap((each) => each.interviews)[0]?.id ?? "";
  expect(await criteriaIn(api, interviewId)).toEqual([KEPT]);
});

test("law 6: the pinned ones move all at once, with a reason, by a second person", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const one = await makeCase(org, job);
  await callAhead(30)(one, panelOf(org));
  const { first, manager, recruiter } = org.cast;
  const { interviewId } = await seatOf(one, first, "First call");
  const as = (who: StaffMember) => apiAs({ who, org: org.slug });
  const [asker, mover, author] = await Promise.all([as(manager), as(recruiter), as(first)]);
  await adopt(asker, job.jobId, planWithout("domain-modelling"));
  const { jobId } = job;
  const why = { jobId, reason: "The old call asked what the loop asks better." };
  const trail = await trailOf(org);
  expect(await refusal(mover.job.movePinned.mutate({ jobId }))).toBe("MOVE_NOT_ASKED");
  expect(await refusal(asker.job.askToMovePinned.mutate({ jobId, reason: " " }))).toBe("BAD_INPUT");
  expect(await refusal(mover.job.askToMovePinned.mutate(why))).toBe("FORBIDDEN");

  const path = `/o/${org.slug}/jobs/${jobId}/plan`;
  const page = await pageAs(browser, manager);
  await page.goto(path);
  await page.getByRole("button", { name: "Ask to move them…" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask to move all of them?" });
  const ask = dialog.getByRole("button", { name: "Ask", exact: true });
  await expect(ask).toHaveAccessibleDescription(
    "“Why they should be judged otherwise” needs 3 more characters.",
  );
  expect(await trailOf(org)).toEqual(trail);
  await dialog.getByLabel("Why they should be judged otherwise").fill(why.reason);
  await ask.click();
  const move = page.getByRole("button", { name: "Move all of them…" });
  await expect(move).toHaveAccessibleDescription(
    /You asked for this move, so someone else does it/,
  );
  await move.click({ force: true });
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await refusal(asker.job.movePinned.mutate({ jobId }))).toBe("MOVE_SECOND_PERSON");
  for (const part of ["admin", "otherRecruiter", "coordinator", "first", "auditor"] as const) {
    const outsider = await apiAs({ who: org.cast[part], org: org.slug });
    expect(await refusal(outsider.job.movePinned.mutate({ jobId })), part).toBe("FORBIDDEN");
  }
  expect(await criteriaIn(author, interviewId)).toEqual([KEPT, GONE]);

  const second = await pageAs(browser, recruiter);
  await second.goto(path);
  await expect(second.getByText(why.reason, { exact: false })).toBeVisible();
  await second.getByRole("button", { name: "Move all of them…" }).click();
  const moving = second.getByRole("dialog", { name: "Move all of them to version 2?" });
  await moving.getByRole("button", { name: "Move all" }).click();
  await expect(second.getByText("All applications are on the plan in force.")).toBeVisible();
  expect(await criteriaIn(author, interviewId)).toEqual([KEPT]);
  await second.goto(`/o/${org.slug}/applications/${one.applicationId}`);
  await expect(second.getByText(why.reason, { exact: false }).first()).toBeVisible();
  expect((await trailOf(org)).slice(trail.length)).toEqual([
    "job.askToMovePinned",
    "job.movePinned",
  ]);
});

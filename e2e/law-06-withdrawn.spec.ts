import { rated } from "@rubric/api/demo/kits";
import { stageId } from "@rubric/api/demo/journey";
import { backendPlan } from "@rubric/api/demo/plans";
import { callOwed, callToDecide } from "@rubric/api/demo/stories";
import { expect, type Page } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { choose, mark } from "./fields.ts";
import { pageAs } from "./people.ts";
import { seatOf } from "./seats.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";

const GONE = "Domain modelling";
const KEPT = "Technical communication";
const HEARD = "Asked who may reverse a posting before drawing anything.";

function criteriaOn(page: Page) {
  return page.getByRole("region", { name: "Criteria" }).getByRole("heading", { level: 3 });
}

test("law 6: a criterion that may not be used is gone at once, from open kits too", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const [open, heard] = [await makeCase(org, job), await makeCase(org, job, "Cora Heard")];
  await callOwed(3, false)(open, panelOf(org));
  await callToDecide("strong")(heard, panelOf(org));
  const { first, manager } = org.cast;
  const seat = await seatOf(open, first, "First call");
  const [kept = "", gone = ""] = rated(job.plan, "First call");
  const api = await apiAs({ who: manager, org: org.slug });
  const withdrawal = { jobId: job.jobId, criterionId: gone };
  expect(await refusal(api.job.withdrawCriterion.mutate({ ...withdrawal, reason: "" }))).toBe(
    "BAD_INPUT",
  );
  for (const part of ["admin", "otherRecruiter", "coordinator", "first"] as const) {
    const outsider = await apiAs({ who: org.cast[part], org: org.slug });
    const input = { ...withdrawal, reason: "I do not like it." };
    expect(await refusal(outsider.job.withdrawCriterion.mutate(input)), part).toBe("FORBIDDEN");
  }

  const kit = await pageAs(browser, first);
  await kit.goto(`/o/${org.slug}/interviews/${seat.interviewId}`);
  await expect(criteriaOn(kit)).toHaveText([KEPT, GONE]);
  const cards = kit.getByRole("region", { name: "Criteria" }).getByRole("article");
  for (const index of [0, 1]) {
    await mark(cards.nth(index), /^Rating of /, "Yes");
    await cards.nth(index).getByLabel("What you saw or heard").fill(HEARD);
  }
  await mark(kit, "Your recommendation", "Yes");
  await expect(kit.getByText(/^Saved/).first()).toBeVisible();

  const page = await pageAs(browser, manager);
  await page.goto(`/o/${org.slug}/jobs/${job.jobId}/rubric`);
  await choose(page, "Withdraw a criterion at once", GONE);
  const dialog = page.getByRole("dialog", { name: `Withdraw ${GONE} at once?` });
  const withdraw = dialog.getByRole("button", { name: "Withdraw it" });
  await expect(withdraw).toHaveAccessibleDescription(
    "“Why it may not be used” needs 3 more characters.",
  );
  await dialog.getByLabel("Why it may not be used").fill("It stands for a degree.");
  await withdraw.click();
  await expect(page.getByRole("region", { name: "Withdrawn criteria" })).toContainText(
    "It stands for a degree.",
  );

  // The kit that was open all the time submits what it shows, and is told.
  await kit.getByRole("button", { name: "Submit the scorecard" }).click();
  const confirm = kit.getByRole("dialog", { name: "Submit the scorecard?" });
  await confirm.getByRole("button", { name: "Submit" }).click();
  await expect(confirm.getByRole("alert")).toContainText(
    "One of these criteria is not part of this interview.",
  );
  await kit.reload();
  await expect(criteriaOn(kit)).toHaveText([KEPT]);
  await kit.getByRole("button", { name: "Submit the scorecard" }).click();
  await confirm.getByRole("button", { name: "Submit" }).click();
  await expect(kit.getByRole("heading", { name: "Your scorecard" })).toBeVisible();

  const decision = {
    applicationId: heard.applicationId,
    stageId: stageId(heard, "call"),
    kind: "reject" as const,
    levelKey: "senior",
    levelReason: "",
    requirement: "",
    reason: "It was not there yet.",
  };
  expect(
    await refusal(api.debrief.decide.mutate({ ...decision, criterionIds: [kept, gone] })),
  ).toBe("GROUND_UNKNOWN");
  await page.goto(
    `/o/${org.slug}/applications/${heard.applicationId}/debrief?stage=${decision.stageId}`,
  );
  const grounds = page.getByRole("group", { name: "The criteria it rests on" });
  await expect(grounds.getByText(KEPT)).toBeVisible();
  await expect(grounds.getByText(GONE)).toHaveCount(0);

  // It does not come back into this job by another version of the plan.
  const { jobId } = job;
  const { framework } = await api.job.show.query({ jobId });
  const before = {
    frameworkVersionId: framework.versionId,
    plan: backendPlan("senior", new Map()),
  };
  expect(await refusal(api.job.savePlan.mutate({ jobId, draftId: null, ...before }))).toBe(
    "PLAN_INVALID",
  );
  await page.goto(`/o/${org.slug}/jobs/${jobId}/rubric`);
  await choose(page, "Add a criterion", GONE);
  await expect(page.getByRole("button", { name: "Save the draft" })).toHaveAccessibleDescription(
    `${GONE} is withdrawn and may not be used in this job.`,
  );
});

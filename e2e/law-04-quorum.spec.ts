import { rated } from "@rubric/api/demo/kits";
import { callOwed, loopOwed } from "@rubric/api/demo/stories";
import { expect } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";

test("law 4: nobody decides on merit before the quorum is in, whoever they are", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await loopOwed(2, ["strong", "strong"])(one, panelOf(org));
  const stageId = one.job.plan.stages.get("loop") ?? "";
  const of = { applicationId: one.applicationId, stageId };
  const grounds = {
    levelKey: "senior",
    levelReason: "",
    criterionIds: rated(one.job.plan, "System design"),
    requirement: "",
    reason: "It is clear already.",
  };
  const manager = await apiAs({ who: org.cast.manager, org: org.slug });
  for (const kind of ["offer", "reject", "advance"] as const) {
    expect(await refusal(manager.debrief.decide.mutate({ ...of, ...grounds, kind }))).toBe(
      "QUORUM_NOT_MET",
    );
  }
  expect(await refusal(manager.debrief.open.mutate(of))).toBe("DEBRIEF_NOT_READY");
  const admin = await apiAs({ who: org.cast.admin, org: org.slug });
  expect(["FORBIDDEN", "NOT_FOUND"]).toContain(
    await refusal(admin.debrief.decide.mutate({ ...of, ...grounds, kind: "reject" })),
  );

  const page = await pageAs(browser, org.cast.manager);
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}/debrief`);
  await expect(page.getByRole("button", { name: /open the debrief/i })).toBeDisabled();
  await expect(page.getByText(/2 of 3/).first()).toBeVisible();
});

test("law 4: one person's scorecard is not enough for an offer", async () => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await loopOwed(1, ["strong"])(one, panelOf(org));
  const stageId = one.job.plan.stages.get("loop") ?? "";
  const of = { applicationId: one.applicationId, stageId };
  const api = await apiAs({ who: org.cast.manager, org: org.slug });
  await api.debrief.lowerQuorum.mutate({ ...of, to: 1, reason: "Two interviewers have left us." });
  await api.debrief.open.mutate(of);
  await api.debrief.close.mutate(of);
  const shown = await api.debrief.show.query(of);
  expect(shown.quorum.lowered?.reason).toBe("Two interviewers have left us.");
  expect(
    await refusal(
      api.debrief.decide.mutate({
        ...of,
        kind: "offer",
        levelKey: "senior",
        levelReason: "",
        criterionIds: rated(one.job.plan, "System design"),
        requirement: "",
        reason: "One is convinced, and one is enough for me.",
      }),
    ),
  ).toBe("TWO_PEOPLE");
});

test("law 4: nobody excuses themselves, and only after the interview", async () => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callOwed(5, false)(one, panelOf(org));
  const api = await apiAs({ who: org.cast.recruiter, org: org.slug });
  const listed = await api.application.show.query({ applicationId: one.applicationId });
  const seat = listed.stages.flatMap((stage) => stage.interviews)[0]?.seats[0];
  if (seat === undefined) throw new Error("Nobody is assigned.");
  const interviewer = await apiAs({ who: org.cast.first, org: org.slug });
  const mine = await interviewer.interview.list.query({ scope: "mine" });
  const scorecardId =
    mine.past.lines.at(0)?.mine?.scorecardId ?? mine.today.at(0)?.mine?.scorecardId;
  if (scorecardId === undefined) throw new Error("The interviewer owes no scorecard.");
  const excused = { scorecardId, why: "ill" as const, reason: "Ill since that day." };
  expect(["FORBIDDEN", "NOT_FOUND"]).toContain(
    await refusal(interviewer.scorecard.excuse.mutate(excused)),
  );
  const done = await api.scorecard.excuse.mutate(excused);
  expect(done.state).toBe("excused");
});

import { randomUUID } from "node:crypto";
import { rated } from "@rubric/api/demo/kits";
import { stageId } from "@rubric/api/demo/journey";
import { callToDecide, debriefOpen, rejectedAfterCall } from "@rubric/api/demo/stories";
import { expect, type Locator, type Page } from "@playwright/test";
import { apiAs, outcomeOf, refusal } from "./api.ts";
import { mark } from "./fields.ts";
import { pageAs } from "./people.ts";
import { seatOf } from "./seats.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { pickGrounds } from "./steps.ts";
import { test } from "./test.ts";
import { trailOf } from "./trail.ts";

const LEVEL = { levelKey: "senior", levelReason: "" };

function decision(page: Page, words: string): Locator {
  const decisions = page.getByRole("region", { name: /^(Decided|Decisions)$/ });
  return decisions.getByRole("listitem").filter({ hasText: words });
}

test("law 5: a decision without its grounds is refused, and nothing changes", async () => {
  const org = await makeOrganization();
  const job = await makeJob(org);
  const [unread, heard] = [await makeCase(org, job), await makeCase(org, job, "Cora Heard")];
  await callToDecide("strong")(heard, panelOf(org));
  const api = await apiAs({ who: org.cast.manager, org: org.slug });
  const criterionIds = rated(job.plan, "First call");
  const at = { applicationId: heard.applicationId, stageId: stageId(heard, "call") };
  const review = { applicationId: unread.applicationId, stageId: stageId(unread, "review") };
  const words = { ...LEVEL, criterionIds, requirement: "", reason: "It was clear to all of us." };
  const attempts: [string, typeof at & typeof words][] = [
    ["GROUNDS_MISSING", { ...at, ...words, criterionIds: [], requirement: "Has owned a ledger." }],
    ["GROUND_UNKNOWN", { ...at, ...words, criterionIds: [...criterionIds, randomUUID()] }],
    ["LEVEL_UNKNOWN", { ...at, ...words, levelKey: "wizard" }],
    ["LEVEL_REASON_MISSING", { ...at, ...words, levelKey: "staff" }],
    ["BAD_INPUT", { ...at, ...words, reason: " " }],
    ["REQUIREMENT_MISSING", { ...review, ...words }],
  ];
  const trail = await trailOf(org);
  for (const [code, input] of attempts) {
    expect(await refusal(api.debrief.decide.mutate({ ...input, kind: "advance" }))).toBe(code);
    if (code.startsWith("LEVEL_REASON")) continue;
    expect(await refusal(api.debrief.decide.mutate({ ...input, kind: "reject" }))).toBe(code);
  }
  expect(await trailOf(org)).toEqual(trail);
  const shown = await api.debrief.show.query(at);
  expect(shown.application.state).toBe("active");
  expect(shown.stage).toMatchObject({ current: true, decided: false });
});

test("law 5: a decision is never edited; a reversal supersedes it, and the first stays", async () => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await rejectedAfterCall(one, panelOf(org));
  const at = { applicationId: one.applicationId, stageId: stageId(one, "call") };
  const [manager, recruiter] = await Promise.all([
    apiAs({ who: org.cast.manager, org: org.slug }),
    apiAs({ who: org.cast.recruiter, org: org.slug }),
  ]);
  const before = (await manager.debrief.show.query(at)).decisions.find(
    (each) => each.stageId === at.stageId,
  );
  if (before === undefined) throw new Error("The call was not decided.");
  const anew = {
    ...LEVEL,
    kind: "advance" as const,
    criterionIds: rated(one.job.plan, "First call"),
    requirement: "",
    reason: "Read with the right notes, it holds.",
  };
  const reversal = { applicationId: one.applicationId, decisionId: before.id, ...anew };
  const reversalReason = "The notes of two candidates were mixed up.";
  const trail = await trailOf(org);
  expect(await refusal(manager.debrief.decide.mutate({ ...at, ...anew }))).toBe("DECISION_TAKEN");
  expect(await refusal(manager.debrief.reverse.mutate({ ...reversal, reversalReason: "" }))).toBe(
    "BAD_INPUT",
  );
  expect(
    await refusal(
      manager.debrief.reverse.mutate({ ...reversal, reversalReason, criterionIds: [] }),
    ),
  ).toBe("GROUNDS_MISSING");
  expect(await refusal(recruiter.debrief.reverse.mutate({ ...reversal, reversalReason }))).toBe(
    "FORBIDDEN",
  );
  expect(await trailOf(org)).toEqual(trail);

  const outcomes = await Promise.all(
    [0, 1, 2].map(() => outcomeOf(manager.debrief.reverse.mutate({ ...reversal, reversalReason }))),
  );
  expect(outcomes.toSorted()).toEqual(["DECISION_SUPERSEDED", "DECISION_SUPERSEDED", "accepted"]);
  const { decisions } = await manager.debrief.show.query(at);
  const [latest, first] = decisions.filter((each) => each.stageId === at.stageId);
  expect(latest).toMatchObject({ kind: "advance", state: "recorded", reason: anew.reason });
  expect(first).toEqual({
    ...before,
    state: "superseded",
    supersededBy: latest?.id,
    reversalReason,
    mayReverse: first?.mayReverse,
  });
  expect(first?.mayReverse?.sentence).toBe("This decision was superseded by another one.");
});

test("law 5: on the page a decision waits for its grounds, and stays as it was written", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callToDecide("strong")(one, panelOf(org));
  const page = await pageAs(browser, org.cast.manager);
  const path = `/o/${org.slug}/applications/${one.applicationId}/debrief?stage=${stageId(one, "call")}`;
  await page.goto(path);
  await page.getByRole("radio", { name: "Advance to Technical loop" }).check();
  await page.getByLabel("Why", { exact: true }).fill("Clear, modest and exact.");
  const advance = page.getByRole("button", { name: "Advance to Technical loop" });
  await expect(advance).toHaveAccessibleDescription("A decision names the criteria it rests on.");
  await advance.click({ force: true });
  await pickGrounds(page, ["Domain modelling"]);
  await expect(advance).toHaveAccessibleDescription("");

  // Another window is on the same decision; the later one is told so.
  const other = await pageAs(browser, org.cast.manager);
  await other.goto(path);
  await other.getByRole("radio", { name: "Reject" }).check();
  await other.getByLabel("Why", { exact: true }).fill("Never mind.");
  await pickGrounds(other, ["Domain modelling"]);
  await other.getByRole("button", { name: "Reject", exact: true }).click();
  await advance.click();
  await expect(page.getByRole("region", { name: "Decisions" })).toContainText("Domain modelling");
  const dialog = other.getByRole("dialog", { name: "Reject Casey Candidate?" });
  await dialog.getByRole("button", { name: "Reject" }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    "The application is no longer in First call: it is in Technical loop.",
  );

  const decided = decision(page, "Clear, modest and exact.");
  await expect(decided.getByRole("textbox")).toHaveCount(0);
  await expect(decided.getByRole("button")).toHaveText(["Reverse this decision"]);
  await decided.getByRole("button").click();
  const reversal = page.getByRole("dialog", { name: "Reverse the decision" });
  const anew = reversal.getByRole("button", { name: "Decide anew" });
  await expect(anew).toHaveAccessibleDescription("Say why the decision is reversed.");
  await reversal.getByLabel("Why it is reversed").fill("It was another candidate's call.");
  await reversal.getByRole("radio", { name: "Reject" }).check();
  await expect(anew).toHaveAccessibleDescription("A decision names the criteria it rests on.");
  await pickGrounds(page, ["Technical communication"]);
  await reversal.getByLabel("Why", { exact: true }).fill("Could not say why.");
  await anew.click();
  await expect(reversal).toBeHidden();
  await expect(decided).toContainText("Superseded: It was another candidate's call.");
  await expect(decided.getByRole("list", { name: "Rests on" })).toHaveText("Domain modelling");
  await expect(decided.getByRole("button")).toHaveCount(0);
  await expect(decision(page, "Could not say why.")).toBeVisible();
});

test("law 5: a second rating stands beside the first, and the decision keeps both", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await debriefOpen(one, panelOf(org));
  const { first, second, manager } = org.cast;
  const path = `/o/${org.slug}/applications/${one.applicationId}/debrief`;
  const at = { applicationId: one.applicationId, stageId: stageId(one, "loop") };
  const { scorecardId } = await seatOf(one, first, "System design");
  const [criterionId = ""] = rated(one.job.plan, "System design");
  const [unrated = ""] = rated(one.job.plan, "A change in code");
  const [api, others, lead] = await Promise.all([
    apiAs({ who: first, org: org.slug }),
    apiAs({ who: second, org: org.slug }),
    apiAs({ who: manager, org: org.slug }),
  ]);
  const said = { scorecardId, criterionId, rating: "no" as const, reason: "Seen in code." };
  for (const foreign of [others, lead]) {
    expect(await refusal(foreign.debrief.rate.mutate(said))).toBe("FORBIDDEN");
  }
  expect(await refusal(api.debrief.rate.mutate({ ...said, criterionId: unrated }))).toBe(
    "SECOND_RATING_UNFOUNDED",
  );

  const page = await pageAs(browser, first);
  await page.goto(path);
  await page.getByRole("button", { name: `${first.name} on System design: Yes` }).click();
  await mark(page, "Your second rating of System design", "No");
  await page.getByLabel("What changed your mind").fill("The code told another story.");
  await page.getByRole("button", { name: "Keep my second rating" }).click();
  await expect(
    page.getByRole("button", { name: `${first.name} on System design: Yes, then No` }),
  ).toBeVisible();
  const mine = page.getByRole("region", { name: first.name });
  await expect(mine).toContainText("After the talk: No");
  const version = (await api.scorecard.show.query({ scorecardId })).versions;
  expect(version).toHaveLength(1);
  expect(version[0]?.ratings.find((each) => each.criterionId === criterionId)?.rating).toBe("yes");

  await lead.debrief.close.mutate(at);
  expect(await refusal(api.debrief.rate.mutate({ ...said, rating: "mixed" }))).toBe(
    "DEBRIEF_NOT_OPEN",
  );
  const chair = await pageAs(browser, manager);
  await chair.goto(path);
  await chair.getByRole("button", { name: "Open it again" }).click();
  await chair.getByLabel("What is new").fill("A reference has called.");
  await chair.getByRole("button", { name: "Open a new session" }).click();
  await expect(chair.getByRole("region", { name: "Notes" })).toContainText("Session 1");
  await lead.debrief.close.mutate(at);
  const { sessions } = await lead.debrief.show.query(at);
  expect(sessions.map((each) => [each.session, each.state])).toEqual([
    [1, "closed"],
    [2, "closed"],
  ]);
  await lead.debrief.decide.mutate({
    ...at,
    ...LEVEL,
    kind: "reject",
    criterionIds: [criterionId],
    requirement: "",
    reason: "The design did not hold.",
  });
  await chair.reload();
  await expect(chair.getByRole("region", { name: /^Decisions$/ })).toContainText(
    `${first.name} on System design: Yes before the debrief, No after it`,
  );
});

import { loopOwed } from "@rubric/api/demo/stories";
import type { ScorecardContent } from "@rubric/domain/scorecard/schemas";
import { expect } from "@playwright/test";
import { type Api, apiAs, refusal } from "./api.ts";
import { mark } from "./fields.ts";
import { pageAs } from "./people.ts";
import { seatOf } from "./seats.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";
import { trailOf } from "./trail.ts";

type Entry = ScorecardContent["ratings"][number];

const HEARD = "Read the plan aloud and found the sort that spilled.";

/** A held loop in which nobody has written anything; its second interview has three criteria. */
async function unwritten() {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await loopOwed(0, [])(one, panelOf(org));
  const author = org.cast.second;
  return { org, one, author, ...(await seatOf(one, author, "A change in code")) };
}

/** What can be written about each of the kit's three criteria, and a question of the last. */
async function entriesOf(api: Api, interviewId: string) {
  const kit = await api.interview.showKit.query({ interviewId });
  const { criteria } = kit;
  expect(criteria.map((one) => one.required)).toEqual([true, true, true]);
  const rated = criteria.map(({ id }): Entry => ({
    criterionId: id,
    rating: "yes",
    notAssessedReason: "",
    evidence: HEARD,
  }));
  const [first, second, third] = rated;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("The kit has fewer than three criteria.");
  return { first, second, third, questionId: criteria[2]?.questionIds[0] ?? "" };
}

function skipped(entry: Entry): Entry {
  const notAssessedReason = "We ran out of time.";
  return { ...entry, rating: null, notAssessedReason, evidence: "" };
}

test("law 2: without its criteria a scorecard is refused, and nothing changes", async () => {
  const { org, author, interviewId, scorecardId } = await unwritten();
  const api = await apiAs({ who: author, org: org.slug });
  const { first, second, third, questionId } = await entriesOf(api, interviewId);
  const card = (...ratings: Entry[]): ScorecardContent => ({
    ratings,
    notes: [],
    recommendation: "strong_yes",
    summary: "Hire at once.",
  });
  const noted = (content: ScorecardContent) => ({
    ...content,
    notes: [{ questionId, text: HEARD }],
  });
  const attempts: [string, ScorecardContent][] = [
    ["CRITERIA_INCOMPLETE", card()],
    ["CRITERIA_INCOMPLETE", card(first, second)],
    ["CRITERIA_INCOMPLETE", card(first, second, { ...skipped(third), notAssessedReason: "  " })],
    ["EVIDENCE_MISSING", card(first, second, { ...third, evidence: "  " })],
    ["EVIDENCE_MISSING", card(first, second, extreme(third, "strong_yes", "Nineteen characters"))],
    [
      "EVIDENCE_MISSING",
      card(first, second, extreme(third, "definitely_not", `No${" ".repeat(30)}`)),
    ],
    ["EVIDENCE_MISSING", noted(card(first, second, extreme(third, "strong_yes", "")))],
    ["RECOMMENDATION_TOO_EARLY", card(first, skipped(second), skipped(third))],
    ["RECOMMENDATION_MISSING", { ...card(first, second, third), recommendation: null }],
  ];
  const before = await api.scorecard.show.query({ scorecardId });
  const trail = await trailOf(org);
  for (const [code, content] of attempts) {
    expect(await refusal(api.scorecard.submit.mutate({ scorecardId, content }))).toBe(code);
  }
  expect(await api.scorecard.show.query({ scorecardId })).toEqual(before);
  expect(await trailOf(org)).toEqual(trail);

  // A note under a question carries an ordinary rating.
  const content = noted(card(first, second, { ...third, evidence: "" }));
  const done = await api.scorecard.submit.mutate({ scorecardId, content });
  expect(done.versions.map((version) => version.recommendation)).toEqual(["strong_yes"]);
});

function extreme(entry: Entry, rating: "strong_yes" | "definitely_not", evidence: string): Entry {
  return { ...entry, rating, evidence };
}

test("law 2: with fewer than half rated a scorecard recommends nothing and counts for nothing", async ({
  browser,
}) => {
  const { org, one, author, interviewId, scorecardId } = await unwritten();
  const api = await apiAs({ who: author, org: org.slug });
  const { first, second, third } = await entriesOf(api, interviewId);
  const ratings = [first, skipped(second), skipped(third)];
  const content = { ratings, notes: [], recommendation: null, summary: "" };
  await api.scorecard.submit.mutate({ scorecardId, content });

  const page = await pageAs(browser, org.cast.manager);
  await page.goto(`/o/${org.slug}/applications/${one.applicationId}/debrief`);
  const quorum = page.getByRole("region", { name: "Quorum: 0 of 3" });
  const line = quorum.getByRole("listitem").filter({ hasText: author.name });
  await expect(line).toContainText("Submitted");
});

test("law 2: in the kit the recommendation stays closed until the criteria are rated", async ({
  browser,
}) => {
  const { org, author, interviewId, scorecardId } = await unwritten();
  const page = await pageAs(browser, author);
  await page.goto(`/o/${org.slug}/interviews/${interviewId}`);
  const recommendation = page.getByRole("group", { name: "Your recommendation" });
  const submit = page.getByRole("button", { name: "Submit the scorecard" });
  const cards = page.getByRole("region", { name: "Criteria" }).getByRole("article");
  const words = (index: number) => cards.nth(index).getByLabel("What you saw or heard");

  const strongYes = recommendation.getByRole("radio", { name: "Strong yes" });
  await expect(strongYes).toBeDisabled();
  await expect(recommendation).toContainText("3 criteria to rate");
  await expect(submit).toHaveAccessibleDescription(/3 criteria are still to rate/);

  // Somebody who opens the closed group by hand gets no further.
  await recommendation.evaluate((group) => group.removeAttribute("disabled"));
  await strongYes.click({ force: true });
  await submit.click({ force: true });
  await expect(page.getByRole("dialog")).toHaveCount(0);

  for (const index of [0, 1]) {
    await mark(cards.nth(index), /^Rating of /, "Yes");
    await words(index).fill(HEARD);
  }
  await expect(recommendation).toContainText("1 criterion to rate");
  await mark(cards.nth(2), /^Rating of /, "Strong yes");
  await words(2).fill("Brilliant.");
  await expect(cards.nth(2)).toContainText("An extreme rating needs your own words: 10 more");
  await mark(page, "Your recommendation", "Yes");
  await expect(submit).toHaveAccessibleDescription(/needs at least 20 characters of your own/);
  await submit.click({ force: true });
  await expect(page.getByRole("dialog")).toHaveCount(0);

  for (const index of [1, 2]) {
    await mark(cards.nth(index), /^Rating of /, "Not assessed");
    await cards.nth(index).getByLabel("Why it was not assessed").fill("We ran out of time.");
  }
  await expect(strongYes).toBeDisabled();
  await expect(recommendation).toContainText(
    "With 1 of 3 required criteria rated there is no recommendation.",
  );
  await expect(recommendation.getByRole("radio", { checked: true })).toHaveCount(0);
  await submit.click();
  await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("heading", { name: "Your scorecard" })).toBeVisible();
  const api = await apiAs({ who: author, org: org.slug });
  const { versions } = await api.scorecard.show.query({ scorecardId });
  expect(versions.map((version) => version.recommendation)).toEqual([null]);
});

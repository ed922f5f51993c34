import { callToDecide } from "@rubric/api/demo/stories";
import { withinOrg } from "@rubric/api/demo/organization";
import { scorecard } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { expect } from "@playwright/test";
import { apiAs, refusal } from "./api.ts";
import { pageAs } from "./people.ts";
import { makeCase, makeJob, makeOrganization, panelOf } from "./setup-org.ts";
import { test } from "./test.ts";

test("law 3: a submitted scorecard never changes; a correction stands beside it", async ({
  browser,
}) => {
  const org = await makeOrganization();
  const one = await makeCase(org, await makeJob(org));
  await callToDecide("strong")(one, panelOf(org));
  const [card] = await withinOrg(org.db, org.org.id, (tx) =>
    tx.select().from(scorecard).where(eq(scorecard.applicationId, one.applicationId)),
  );
  if (card === undefined) throw new Error("There is no scorecard.");
  const scorecardId = card.id;
  const api = await apiAs({ who: org.cast.first, org: org.slug });
  const before = await api.scorecard.show.query({ scorecardId });
  const [version] = before.versions;
  if (version === undefined) throw new Error("Nothing was submitted.");
  const content = {
    ratings: version.ratings.map((rating) => ({ ...rating, evidence: "Rewritten afterwards." })),
    notes: [],
    recommendation: "no" as const,
    summary: "Rewritten afterwards.",
  };

  expect(await refusal(api.scorecard.submit.mutate({ scorecardId, content }))).toBe(
    "SCORECARD_LOCKED",
  );
  expect(await refusal(api.scorecard.saveDraft.mutate({ scorecardId, revision: 0, content }))).toBe(
    "SCORECARD_LOCKED",
  );
  const same = await api.scorecard.show.query({ scorecardId });
  expect(same.versions).toEqual(before.versions);

  const reason = "I had confused two candidates of that day.";
  const corrected = await api.scorecard.correct.mutate({ scorecardId, reason, content });
  expect(corrected.versions.map((each) => each.number)).toEqual([2, 1]);
  expect(corrected.versions.at(-1)).toEqual(version);
  expect(corrected.versions[0]?.reason).toBe(reason);
  const others = await apiAs({ who: org.cast.second, org: org.slug });
  expect(["FORBIDDEN", "NOT_FOUND"]).toContain(
    await refusal(others.scorecard.correct.mutate({ scorecardId, reason, content })),
  );

  const page = await pageAs(browser, org.cast.first);
  await page.goto(`/o/${org.slug}/interviews/${card.interviewId}`);
  await expect(page.getByRole("button", { name: /^Submit/ })).toHaveCount(0);
});

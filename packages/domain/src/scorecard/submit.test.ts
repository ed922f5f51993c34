import { beforeAll, describe, expect, it } from "vitest";
import {
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
  type Cast,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import type { Org } from "../context.ts";
import { saveScorecardDraft } from "./save-draft.ts";
import { showScorecard } from "./show.ts";
import { submitScorecard } from "./submit.ts";

const harness = useHarness({ connections: 100 });
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

async function assigned() {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "screen",
  });
  const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "screen", [
    cast.interviewer,
  ]);
  return { scorecardId: scorecardIds[0] ?? "", applicationId, candidateId };
}

const submit =
  (actor = cast.interviewer) =>
  (scorecardId: string, content = fullContent(made), key?: string) =>
    command(
      harness,
      org,
      actor,
      "scorecard.submit",
      submitScorecard,
      { scorecardId, content },
      key === undefined ? {} : { key },
    );

describe("scorecard.submit", () => {
  it("locks the scorecard and writes one audit entry", async () => {
    const { scorecardId } = await assigned();
    const view = await submit()(scorecardId);
    expect(view).toMatchObject({
      state: "submitted",
      versions: [{ number: 1, recommendation: "yes" }],
    });
    const entries = (await auditTrail(harness, org.id)).filter((e) => e.subjectId === scorecardId);
    expect(entries.map((e) => e.action)).toEqual(["scorecard.submit"]);
    expect(await refusal(submit()(scorecardId))).toBe("SCORECARD_LOCKED");
  });

  it("refuses while a required criterion is not rated, and changes nothing", async () => {
    const { scorecardId } = await assigned();
    const content = { ...fullContent(made), ratings: fullContent(made).ratings.slice(1) };
    expect(await refusal(submit()(scorecardId, content))).toBe("CRITERIA_INCOMPLETE");
    const view = await query(harness, org, cast.interviewer, "scorecard.show", showScorecard, {
      scorecardId,
    });
    expect(view).toMatchObject({ state: "assigned", versions: [] });
  });

  it("is for its author alone", async () => {
    const { scorecardId } = await assigned();
    for (const other of [cast.admin, cast.recruiter, cast.manager, cast.second]) {
      expect(await refusal(submit(other)(scorecardId))).toBe("FORBIDDEN");
    }
  });

  it("refuses an author who declared a relation (law 7)", async () => {
    const { scorecardId, candidateId } = await assigned();
    await makeRelation(harness, org, candidateId, cast.interviewer, "relation");
    expect(await refusal(submit()(scorecardId))).toBe("CONFLICT_OF_INTEREST");
  });

  it("hides another organization's scorecard", async () => {
    const { scorecardId } = await assigned();
    const other = await makeOrg(harness);
    expect(
      await refusal(
        command(harness, other.org, other.cast.interviewer, "scorecard.submit", submitScorecard, {
          scorecardId,
          content: fullContent(made),
        }),
      ),
    ).toBe("NOT_FOUND");
  });

  it("keeps a draft revision by revision and refuses a stale one", async () => {
    const { scorecardId } = await assigned();
    const save = (revision: number, summary: string) =>
      command(harness, org, cast.interviewer, "scorecard.saveDraft", saveScorecardDraft, {
        scorecardId,
        revision,
        content: { ...fullContent(made), summary },
      });
    expect(await save(0, "first")).toMatchObject({ revision: 1 });
    expect(await refusal(save(0, "stale"))).toBe("DRAFT_OUTDATED");
    const view = await query(harness, org, cast.interviewer, "scorecard.show", showScorecard, {
      scorecardId,
    });
    expect(view.draft.summary).toBe("first");
  });

  it("has one effect for the same key 100 times at once (law 14)", async () => {
    const { scorecardId } = await assigned();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        submit()(scorecardId, fullContent(made), "11111111-1111-4111-8111-111111111111"),
      ),
    );
    expect(new Set(answers.map((answer) => answer.submittedAt)).size).toBe(1);
    const entries = (await auditTrail(harness, org.id)).filter((e) => e.subjectId === scorecardId);
    expect(entries).toHaveLength(1);
  });

  it("refuses the same key with another input (law 14)", async () => {
    const one = await assigned();
    const two = await assigned();
    const key = "22222222-2222-4222-8222-222222222222";
    await submit()(one.scorecardId, fullContent(made), key);
    expect(await refusal(submit()(two.scorecardId, fullContent(made), key))).toBe("KEY_REUSED");
  });
});

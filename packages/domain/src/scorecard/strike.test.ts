import { idempotency, scorecardNote, scorecardRating } from "@rubric/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  fullContent,
  type MadeJob,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import { correctScorecard } from "./correct.ts";
import { listScorecards } from "./list.ts";
import { showScorecard } from "./show.ts";
import { strikeScorecard } from "./strike.ts";
import { submitScorecard } from "./submit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
const PLANTED = "planted-words-that-may-not-be-held";

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

async function submitted() {
  const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
  const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", [
    cast.interviewer,
    cast.second,
  ]);
  const [scorecardId = "", other = ""] = scorecardIds;
  const question = made.questionIds[0] ?? "";
  const content = {
    ...fullContent(made, "yes", PLANTED),
    notes: [{ questionId: question, text: PLANTED }],
  };
  await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
    scorecardId,
    content,
  });
  await command(harness, org, cast.interviewer, "scorecard.correct", correctScorecard, {
    scorecardId,
    reason: "A word more.",
    content,
  });
  await command(harness, org, cast.second, "scorecard.submit", submitScorecard, {
    scorecardId: other,
    content: fullContent(made),
  });
  return { applicationId, scorecardId };
}

const strike = (actor: Member, scorecardId: string) =>
  command(harness, org, actor, "scorecard.strike", strikeScorecard, {
    scorecardId,
    why: "unlawful_content",
    reason: "It speaks of the candidate's family.",
  });

describe("law 3: scorecard.strike", () => {
  it("takes the text away and leaves author, time and reason", async () => {
    const { scorecardId } = await submitted();
    await strike(cast.admin, scorecardId);
    const view = await query(harness, org, cast.interviewer, "scorecard.show", showScorecard, {
      scorecardId,
    });
    expect(view.state).toBe("struck");
    expect(view.author.name).toBe("interviewer");
    expect(view.versions).toHaveLength(2);
    for (const version of view.versions) {
      expect(version).toMatchObject({ summary: "", recommendation: null, ratings: [], notes: [] });
      expect(version.struck).toMatchObject({
        by: "admin",
        reason: "Content that may not be held: It speaks of the candidate's family.",
      });
    }
  });

  it("leaves the words nowhere: not in rows, stored answers or the audit trail", async () => {
    const { scorecardId } = await submitted();
    await strike(cast.admin, scorecardId);
    const found = await harness.within(org.id, async (tx) => {
      const ratings = await tx
        .select()
        .from(scorecardRating)
        .where(
          and(eq(scorecardRating.orgId, org.id), eq(scorecardRating.scorecardId, scorecardId)),
        );
      const notes = await tx
        .select()
        .from(scorecardNote)
        .where(and(eq(scorecardNote.orgId, org.id), eq(scorecardNote.scorecardId, scorecardId)));
      const answers = await tx
        .select({ answer: idempotency.answer })
        .from(idempotency)
        .where(
          and(eq(idempotency.orgId, org.id), sql`${idempotency.answer}->>'id' = ${scorecardId}`),
        );
      const details = await tx.execute(
        sql`select 1 from audit_detail where details::text like ${`%${PLANTED}%`}`,
      );
      return [...ratings, ...notes, ...answers, ...details];
    });
    expect(found).toEqual([]);
    const entries = (await auditTrail(harness, org.id)).filter((e) => e.subjectId === scorecardId);
    expect(entries.map((e) => e.action)).toEqual([
      "scorecard.submit",
      "scorecard.correct",
      "scorecard.strike",
    ]);
  });

  it("forgets the stored answer too: a command sent again says that it was done", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", [
      cast.interviewer,
    ]);
    const [scorecardId = ""] = scorecardIds;
    const input = { scorecardId, content: fullContent(made, "yes", PLANTED) };
    const key = "33333333-3333-4333-8333-333333333333";
    const send = () =>
      command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, input, { key });
    await send();
    await strike(cast.admin, scorecardId);
    expect(await refusal(send())).toBe("ANSWER_GONE");
  });

  it("takes it out of the quorum: the stage is sealed again", async () => {
    const { scorecardId, applicationId } = await submitted();
    const loop = async () => {
      const view = await query(harness, org, cast.manager, "scorecard.list", listScorecards, {
        applicationId,
      });
      return view.stages.find((stage) => stage.stageId === made.stages.loop);
    };
    expect(await loop()).toMatchObject({ sealed: null, quorum: { met: true } });
    await strike(cast.admin, scorecardId);
    expect(await loop()).toMatchObject({
      sealed: { sentence: "Sealed: 1 of 2 scorecards of this stage are in." },
      scorecards: [],
    });
  });

  it("is the admin's alone, of a submitted scorecard of the organization", async () => {
    const { scorecardId } = await submitted();
    for (const other of [cast.manager, cast.recruiter, cast.interviewer, cast.auditor]) {
      expect(await refusal(strike(other, scorecardId))).toBe("FORBIDDEN");
    }
    await strike(cast.admin, scorecardId);
    expect(await refusal(strike(cast.admin, scorecardId))).toBe("SCORECARD_NOT_SUBMITTED");
    const other = await makeOrg(harness);
    expect(
      await refusal(
        command(harness, other.org, other.cast.admin, "scorecard.strike", strikeScorecard, {
          scorecardId,
          why: "wrong_candidate",
          reason: "No.",
        }),
      ),
    ).toBe("NOT_FOUND");
  });
});

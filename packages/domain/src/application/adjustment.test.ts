import { newId } from "@rubric/db";
import { adjustment, auditDetail } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { mailsAbout } from "../../test/interviews.ts";
import type { Member, Org } from "../context.ts";
import { answerAdjustment } from "./answer-adjustment.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
const WORD = "dyslexia";

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

async function asked() {
  const ids = await makeApplication(harness, org, made, { stage: "screen" });
  await makeInterview(harness, org, made, ids.applicationId, "screen", [cast.interviewer]);
  const adjustmentId = newId();
  await harness.within(org.id, (tx) =>
    tx.insert(adjustment).values({
      orgId: org.id,
      id: adjustmentId,
      applicationId: ids.applicationId,
      asked: `More time because of ${WORD}, please.`,
      effect: "",
      createdAt: new Date(),
    }),
  );
  return { ...ids, adjustmentId };
}

const answer = (by: Member, applicationId: string, adjustmentId: string) =>
  command(harness, org, by, "application.answerAdjustment", answerAdjustment, {
    applicationId,
    adjustmentId,
    effect: "75 minutes",
  });

describe("law 17: adjustments", () => {
  it("shows what was asked to the job's recruiter and nobody else, before and after", async () => {
    const { applicationId, adjustmentId } = await asked();
    const on = applicationsOf({ harness, org });
    const others = [
      cast.manager,
      cast.substitute,
      cast.otherRecruiter,
      cast.coordinator,
      cast.interviewer,
    ];
    for (const reader of others) {
      const view = await on.show(reader, applicationId);
      expect(JSON.stringify(view), reader.name).not.toContain(WORD);
      expect(view.adjustments, reader.name).toEqual([]);
      expect(view.may.answerAdjustment, reader.name).toBeNull();
    }
    const recruiter = await on.show(cast.recruiter, applicationId);
    expect(recruiter.adjustments).toMatchObject([{ asked: expect.stringContaining(WORD) }]);
    expect(recruiter.owes).toContainEqual(expect.objectContaining({ name: "Recruiter" }));

    await answer(cast.recruiter, applicationId, adjustmentId);
    for (const reader of [cast.manager, cast.coordinator, cast.interviewer]) {
      const view = await on.show(reader, applicationId);
      expect(view.adjustments, reader.name).toMatchObject([{ asked: null, effect: "75 minutes" }]);
      expect(JSON.stringify(view), reader.name).not.toContain(WORD);
    }
    expect((await on.show(cast.otherRecruiter, applicationId)).adjustments).toEqual([]);
  });

  it("is told to the candidate, and kept out of the audit's details", async () => {
    const { applicationId, candidateId, adjustmentId } = await asked();
    await answer(cast.recruiter, applicationId, adjustmentId);
    expect(await mailsAbout(harness, org, applicationId)).toEqual([
      {
        template: "candidate.adjustmentAnswered",
        recipient: "candidate",
        recipientId: candidateId,
      },
    ]);
    const entries = (await auditTrail(harness, org.id)).filter(
      (one) => one.subjectId === adjustmentId,
    );
    expect(entries.map((one) => one.action)).toEqual(["application.answerAdjustment"]);
    const details = await harness.within(org.id, (tx) =>
      tx
        .select({ details: auditDetail.details })
        .from(auditDetail)
        .where(eq(auditDetail.entryId, entries[0]?.id ?? "")),
    );
    expect(JSON.stringify(details)).not.toMatch(new RegExp(`${WORD}|75 minutes`));
  });

  it("is answered once", async () => {
    const { applicationId, adjustmentId } = await asked();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => answer(cast.recruiter, applicationId, adjustmentId)),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await refusal(answer(cast.recruiter, applicationId, adjustmentId))).toBe(
      "ADJUSTMENT_ANSWERED",
    );
  });

  it("is the recruiter's to answer, of this application and organization", async () => {
    const { applicationId, adjustmentId } = await asked();
    for (const by of [cast.manager, cast.otherRecruiter, cast.interviewer, cast.admin]) {
      expect(await refusal(answer(by, applicationId, adjustmentId))).toBe("FORBIDDEN");
    }
    const other = await asked();
    const crossed = answer(cast.recruiter, applicationId, other.adjustmentId);
    expect(await refusal(crossed)).toBe("NOT_FOUND");
    const there = await makeOrg(harness);
    const call = command(
      harness,
      there.org,
      there.cast.recruiter,
      "application.answerAdjustment",
      answerAdjustment,
      { applicationId, adjustmentId, effect: "75 minutes" },
    );
    expect(await refusal(call)).toBe("NOT_FOUND");
  });
});

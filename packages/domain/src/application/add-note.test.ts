import { auditDetail } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, refusal, useHarness } from "../../test/harness.ts";
import type { Org } from "../context.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const on = () => applicationsOf({ harness, org });

describe("application.addNote", () => {
  it("law 13: seals the audit's detail of an assessment with its stage, of logistics not", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    await on().note(cast.recruiter, applicationId, "assessment", "Very clear about indexes.");
    await on().note(cast.recruiter, applicationId, "logistics", "On leave until Monday.");
    const entries = (await auditTrail(harness, org.id)).filter(
      (one) => one.action === "application.addNote",
    );
    const sealedBy = await Promise.all(
      entries.slice(-2).map(async ({ id }) => {
        const [detail] = await harness.within(org.id, (tx) =>
          tx.select().from(auditDetail).where(eq(auditDetail.entryId, id)),
        );
        return detail?.sealedStageId ?? null;
      }),
    );
    expect(sealedBy).toEqual([made.stages.screen, null]);
  });

  it("law 1: an author reads their own words, others not while the stage is sealed", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    await makeInterview(harness, org, made, applicationId, "screen", [cast.interviewer]);
    const mine = await on().note(cast.interviewer, applicationId, "assessment", "Slow to start.");
    expect(JSON.stringify(mine)).toContain("Slow to start.");
    expect(JSON.stringify(await on().show(cast.recruiter, applicationId))).not.toContain("Slow");
  });

  it("law 7: who knows the candidate writes logistics, no assessment", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    await makeRelation(harness, org, candidateId, cast.recruiter, "referral");
    const assess = on().note(cast.recruiter, applicationId, "assessment", "Wonderful.");
    expect(await refusal(assess)).toBe("CONFLICT_OF_INTEREST");
    const view = await on().note(cast.recruiter, applicationId, "logistics", "Back on Monday.");
    expect(view.timeline.at(-1)).toMatchObject({ kind: "note.logistics", by: "recruiter" });
  });

  it("is for those who lead and those who interview, and hidden from another organization", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    for (const by of [cast.admin, cast.otherRecruiter, cast.coordinator, cast.interviewer]) {
      const call = on().note(by, applicationId, "logistics", "Hello.");
      expect(await refusal(call)).toBe("FORBIDDEN");
    }
    const there = await makeOrg(harness);
    const elsewhere = applicationsOf({ harness, org: there.org });
    const call = elsewhere.note(there.cast.recruiter, applicationId, "logistics", "Hello.");
    expect(await refusal(call)).toBe("NOT_FOUND");
  });
});

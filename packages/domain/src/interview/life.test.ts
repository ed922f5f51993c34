import { applicationStage, deviation } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, fullContent, type MadeJob, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { readInterview, readScorecards, makeTalk } from "../../test/interviews.ts";
import { showApplication } from "../application/show.ts";
import type { Member, Org } from "../context.ts";
import { submitScorecard } from "../scorecard/submit.ts";
import { addExtraInterview } from "./add-extra.ts";
import { markAbsent } from "./mark-absent.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const scheduled = (of: { hours?: number; people?: readonly Member[] } = {}) =>
  makeTalk(harness, { org, made }, of.people ?? [cast.interviewer, cast.second], of.hours);
const absent = (actor: Member, interviewId: string) =>
  command(harness, org, actor, "interview.markAbsent", markAbsent, {
    interviewId,
    side: "candidate",
  });

describe("interview.markAbsent", () => {
  it("makes the scorecards void and plans the interview anew", async () => {
    const { interviewId } = await scheduled();
    const { missed, planned } = await absent(cast.interviewer, interviewId);
    expect(missed).toMatchObject({ state: "absent", absentSide: "candidate" });
    expect(planned).toMatchObject({
      state: "planned",
      planInterviewId: made.planInterviews.loopA,
      seats: [],
    });
    const states = (await readScorecards(harness, org, interviewId)).map((card) => card.state);
    expect(states).toEqual(["void", "void"]);
    const entries = (await auditTrail(harness, org.id)).filter((e) => e.subjectId === interviewId);
    expect(entries.map((e) => e.action)).toEqual(["interview.markAbsent"]);
  });

  it("refuses before the start, and once a scorecard is in", async () => {
    const early = await scheduled({ hours: 2 });
    expect(await refusal(absent(cast.recruiter, early.interviewId))).toBe("INTERVIEW_NOT_YET");
    const { interviewId, scorecardIds } = await scheduled();
    await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      content: fullContent(made),
    });
    expect(await refusal(absent(cast.second, interviewId))).toBe("INTERVIEW_SCORECARD_IN");
  });

  it("is refused to who has no part in it, and hidden from another organization", async () => {
    const { interviewId } = await scheduled();
    for (const other of [cast.third, cast.admin, cast.otherRecruiter]) {
      expect(await refusal(absent(other, interviewId))).toBe("FORBIDDEN");
    }
    const elsewhere = await makeOrg(harness);
    expect(
      await refusal(
        command(
          harness,
          elsewhere.org,
          elsewhere.cast.recruiter,
          "interview.markAbsent",
          markAbsent,
          { interviewId, side: "candidate" },
        ),
      ),
    ).toBe("NOT_FOUND");
  });

  it("against a submission at once: one wins, and the other is refused", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { interviewId, scorecardIds } = await scheduled();
      const outcomes = await Promise.allSettled([
        absent(cast.recruiter, interviewId),
        command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
          scorecardId: scorecardIds[0] ?? "",
          content: fullContent(made),
        }),
      ]);
      expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
      const { state } = await readInterview(harness, org, interviewId);
      const cards = await readScorecards(harness, org, interviewId);
      expect(cards.some((card) => card.state === "submitted")).toBe(state !== "absent");
    }
  });
});

describe("law 6: interview.addExtra", () => {
  const add = (actor: Member, applicationId: string, planInterviewId: string) =>
    command(harness, org, actor, "interview.addExtra", addExtraInterview, {
      applicationId,
      planInterviewId,
      reason: "The first one was cut short.",
    });

  it("is offered to the hiring manager with the interviews of the stage, until that is decided", async () => {
    const { applicationId } = await scheduled();
    const shown = (actor: Member) =>
      query(harness, org, actor, "application.show", showApplication, { applicationId });
    const view = await shown(cast.manager);
    expect(view.may.addExtra).toEqual({ refused: null });
    expect(view.planned.map((one) => one.id)).toContain(made.planInterviews.loopB);
    const other = await shown(cast.recruiter);
    expect(other.may.addExtra).toBeNull();
    expect(other.planned).toEqual([]);
    await harness.within(org.id, (tx) =>
      tx
        .update(applicationStage)
        .set({ decidedAt: new Date() })
        .where(
          and(
            eq(applicationStage.orgId, org.id),
            eq(applicationStage.applicationId, applicationId),
          ),
        ),
    );
    expect((await shown(cast.manager)).may.addExtra?.refused).not.toBeNull();
  });

  it("plans one more and counts it as a deviation with its reason", async () => {
    const { applicationId } = await scheduled();
    const view = await add(cast.manager, applicationId, made.planInterviews.loopB);
    expect(view).toMatchObject({ state: "planned", extra: true });
    const deviations = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(deviation)
        .where(and(eq(deviation.orgId, org.id), eq(deviation.applicationId, applicationId))),
    );
    expect(deviations).toMatchObject([
      {
        kind: "extra_interview",
        reason: "The first one was cut short.",
        memberId: cast.manager.memberId,
      },
    ]);
  });

  it("belongs to the stage the application is in, while that is undecided", async () => {
    const { applicationId } = await scheduled();
    expect(await refusal(add(cast.manager, applicationId, made.planInterviews.screen))).toBe(
      "INTERVIEW_NOT_OF_STAGE",
    );
    await harness.within(org.id, (tx) =>
      tx
        .update(applicationStage)
        .set({ decidedAt: new Date() })
        .where(
          and(
            eq(applicationStage.orgId, org.id),
            eq(applicationStage.applicationId, applicationId),
          ),
        ),
    );
    expect(await refusal(add(cast.manager, applicationId, made.planInterviews.loopB))).toBe(
      "INTERVIEW_STAGE_OVER",
    );
  });

  it("is the hiring manager's alone", async () => {
    const { applicationId } = await scheduled();
    for (const other of [cast.recruiter, cast.coordinator, cast.admin, cast.interviewer]) {
      expect(await refusal(add(other, applicationId, made.planInterviews.loopB))).toBe("FORBIDDEN");
    }
  });
});

import { adjustment, applicationStage, candidate, deviation, hiringTeam } from "@rubric/db/schema";
import { newId } from "@rubric/db";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  fullContent,
  type MadeJob,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { readInterview, readScorecards } from "../../test/interviews.ts";
import { showApplication } from "../application/show.ts";
import type { Member, Org } from "../context.ts";
import { submitScorecard } from "../scorecard/submit.ts";
import { addExtraInterview } from "./add-extra.ts";
import { markAbsent } from "./mark-absent.ts";
import { setFocus } from "./set-focus.ts";
import { showKit } from "./show-kit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
const HOUR = 3_600_000;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

async function scheduled(
  options: { hours?: number; people?: readonly Member[]; at?: MadeJob } = {},
) {
  const job = options.at ?? made;
  const { applicationId, candidateId } = await makeApplication(harness, org, job, {
    stage: "loop",
  });
  const { interviewId, scorecardIds } = await makeInterview(
    harness,
    org,
    job,
    applicationId,
    "loopA",
    options.people ?? [cast.interviewer, cast.second],
    { startsAt: new Date(Date.now() + (options.hours ?? -0.5) * HOUR) },
  );
  return { applicationId, candidateId, interviewId, scorecardIds };
}

const absent = (actor: Member, interviewId: string) =>
  command(harness, org, actor, "interview.markAbsent", markAbsent, {
    interviewId,
    side: "candidate",
  });
const kit = (actor: Member, interviewId: string) =>
  query(harness, org, actor, "interview.showKit", showKit, { interviewId });

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

describe("interview.setFocus", () => {
  const focus = (actor: Member, interviewId: string, words = "Ask about isolation levels.") =>
    command(harness, org, actor, "interview.setFocus", setFocus, { interviewId, focus: words });

  it("is handed on to who interviews, and refuses what judges", async () => {
    const { interviewId } = await scheduled({ hours: 2 });
    await focus(cast.manager, interviewId);
    expect((await kit(cast.interviewer, interviewId)).interview.focus).toBe(
      "Ask about isolation levels.",
    );
    expect(await refusal(focus(cast.manager, interviewId, "She struggled with SQL."))).toBe(
      "FOCUS_JUDGES",
    );
    expect(await refusal(focus(cast.coordinator, interviewId))).toBe("FORBIDDEN");
    expect(await refusal(focus(cast.interviewer, interviewId))).toBe("FORBIDDEN");
  });
});

describe("interview.showKit", () => {
  it("has what one needs while talking, and neither contact nor pay nor a why (law 17)", async () => {
    const { applicationId, candidateId, interviewId } = await scheduled();
    await harness.within(org.id, async (tx) => {
      await tx
        .update(candidate)
        .set({ phone: "+49 30 5550100", links: ["https://casey.example"] })
        .where(and(eq(candidate.orgId, org.id), eq(candidate.id, candidateId)));
      await tx.insert(adjustment).values([
        {
          orgId: org.id,
          id: newId(),
          applicationId,
          asked: "PLANTED-WHY: a condition of the eyes",
          effect: "75 minutes",
          createdAt: new Date(),
          answeredAt: new Date(),
        },
        {
          orgId: org.id,
          id: newId(),
          applicationId,
          asked: "PLANTED-WHY: not answered yet",
          effect: "",
          createdAt: new Date(),
        },
      ]);
    });
    const view = await kit(cast.interviewer, interviewId);
    expect(view).toMatchObject({
      candidate: { name: "Casey Candidate", headline: "Backend engineer" },
      adjustments: ["75 minutes"],
      interview: { name: "Security", plannedMinutes: 60 },
      people: [{ name: "interviewer" }, { name: "second" }],
      scorecard: { state: "assigned", author: { name: "interviewer" } },
      others: { needed: 2, counted: 0, scorecards: [] },
      may: { write: null, markAbsent: null, readFile: true, openApplication: true },
    });
    expect(view.criteria).toHaveLength(3);
    expect(view.criteria[0]?.levels.map((level) => [level.name, level.expected])).toEqual([
      ["Engineer", false],
      ["Senior", true],
    ]);
    expect(view.questions[0]).toMatchObject({
      criterionId: made.criterionIds[0],
      followUps: ["Why?"],
      strongSignals: ["Clear"],
      redFlags: ["Vague"],
    });
    const text = JSON.stringify(view);
    for (const hidden of [
      "people.test",
      "5550100",
      "casey.example",
      "PLANTED-WHY",
      "Be concrete.",
    ]) {
      expect(text).not.toContain(hidden);
    }
  });

  it("is shown to who leads the job, without a scorecard, and to nobody else", async () => {
    const { interviewId } = await scheduled();
    expect(await kit(cast.recruiter, interviewId)).toMatchObject({ scorecard: null });
    for (const other of [cast.third, cast.coordinator, cast.otherRecruiter, cast.admin]) {
      expect(await refusal(kit(other, interviewId))).toBe("FORBIDDEN");
    }
  });

  it("says why a conflicted author does not write (law 7)", async () => {
    const { interviewId, candidateId } = await scheduled();
    await makeRelation(harness, org, candidateId, cast.second, "relation");
    const view = await kit(cast.second, interviewId);
    expect(view.may.write?.law).toBe(7);
  });
});

it("a substitute leads like the hiring manager", async () => {
  const duties = await harness.within(org.id, (tx) =>
    tx
      .select({ duty: hiringTeam.duty })
      .from(hiringTeam)
      .where(and(eq(hiringTeam.orgId, org.id), eq(hiringTeam.memberId, cast.substitute.memberId))),
  );
  expect(duties[0]?.duty).toBe("substitute");
  const { interviewId } = await scheduled();
  expect(await kit(cast.substitute, interviewId)).toMatchObject({ scorecard: null });
});

import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf, readApplication, setApplication } from "../../test/applications.ts";
import { makeOffer, makeOfferable } from "../../test/deciding.ts";
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
import { mailsAbout } from "../../test/interviews.ts";
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
const read = (id: string) => readApplication({ harness, org }, id);

describe("law 6: application.move", () => {
  it("skips a stage with a reason: pins, plans the interviews, keeps the deviation", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    await on().move(cast.manager, applicationId, made.stages.loop);
    const now = await read(applicationId);
    expect(now.row).toMatchObject({ stageId: made.stages.loop, state: "active" });
    expect(now.row.pinnedAt).not.toBeNull();
    expect(now.interviews.map((one) => one.state)).toEqual(["planned", "planned"]);
    expect(new Set(now.interviews.map((one) => one.planInterviewId))).toEqual(
      new Set([made.planInterviews.loopA, made.planInterviews.loopB]),
    );
    expect(now.stages.map((one) => one.stageId)).toContain(made.stages.loop);
    expect(now.deviations).toMatchObject([{ kind: "skip", reason: "They did this before." }]);
    expect(await mailsAbout(harness, org, applicationId)).toMatchObject([
      { template: "application.advanced" },
    ]);
    const entries = (await auditTrail(harness, org.id)).filter(
      (one) => one.subjectId === applicationId,
    );
    expect(entries.map((one) => one.action)).toEqual(["application.move"]);
  });

  it("goes back, cancels what had not begun, and plans nothing twice", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    await makeInterview(harness, org, made, applicationId, "screen", [cast.interviewer], {
      state: "held",
    });
    const later = new Date(Date.now() + 86_400_000);
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.second], {
      startsAt: later,
    });
    await on().move(cast.manager, applicationId, made.stages.screen);
    const now = await read(applicationId);
    expect(now.row.stageId).toBe(made.stages.screen);
    const states = new Map(now.interviews.map((one) => [one.planInterviewId, one.state]));
    expect(states).toEqual(
      new Map([
        [made.planInterviews.screen, "held"],
        [made.planInterviews.loopA, "cancelled"],
      ]),
    );
    expect(now.interviews).toHaveLength(2);
    const visit = now.stages.find((one) => one.stageId === made.stages.screen);
    expect(visit?.decidedAt).toBeNull();
    expect(now.deviations).toMatchObject([{ kind: "back" }]);
    expect(await mailsAbout(harness, org, applicationId)).toEqual([]);
  });

  it("keeps its pin when it moves again", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const before = await read(applicationId);
    await on().move(cast.manager, applicationId, made.stages.loop);
    expect((await read(applicationId)).row.pinnedAt).toEqual(before.row.pinnedAt);
  });

  it("leaves the next stage to a decision, and a stage that has begun to its own", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const next = on().move(cast.manager, applicationId, made.stages.screen);
    expect(await refusal(next)).toBe("MERIT_DECISION");
    const begun = await makeApplication(harness, org, made, { stage: "screen" });
    await makeInterview(harness, org, made, begun.applicationId, "screen", [cast.interviewer], {
      state: "held",
    });
    const skip = on().move(cast.manager, begun.applicationId, made.stages.offer);
    expect(await refusal(skip)).toBe("STAGE_BEGUN");
    const same = on().move(cast.manager, begun.applicationId, made.stages.screen);
    expect(await refusal(same)).toBe("STAGE_SAME");
  });

  it("is refused while an offer is out", async () => {
    const world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
    const { applicationId } = await makeOfferable(world);
    await makeOffer(world, applicationId, "sent");
    const back = on().move(cast.manager, applicationId, world.made.stages.loop);
    expect(await refusal(back)).toBe("OFFER_OUT");
  });

  it("is the hiring manager's alone, unless they know the candidate (law 7)", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const move = (by: typeof cast.manager) => on().move(by, applicationId, made.stages.loop);
    for (const by of [cast.admin, cast.recruiter, cast.otherRecruiter, cast.interviewer]) {
      expect(await refusal(move(by))).toBe("FORBIDDEN");
    }
    await makeRelation(harness, org, candidateId, cast.manager, "relation");
    expect(await refusal(move(cast.manager))).toBe("CONFLICT_OF_INTEREST");
    expect((await move(cast.substitute)).stage.id).toBe(made.stages.loop);
  });

  it("knows no stage of another plan and no application of another organization", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const other = await makeJob(harness, { org, cast });
    expect(await refusal(on().move(cast.manager, applicationId, other.stages.loop))).toBe(
      "NOT_FOUND",
    );
    const there = await makeOrg(harness);
    const elsewhere = applicationsOf({ harness, org: there.org });
    const move = elsewhere.move(there.cast.manager, applicationId, made.stages.loop);
    expect(await refusal(move)).toBe("NOT_FOUND");
  });

  it("of many moves at once exactly one goes through", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => on().move(cast.manager, applicationId, made.stages.loop)),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await read(applicationId)).deviations).toHaveLength(1);
  });

  it("of two who saw it in one stage and move it to different ones, moves it for one", async () => {
    const { review, loop, offer } = made.stages;
    const { applicationId } = await makeApplication(harness, org, made);
    const seenInReview = (to: string) =>
      on().move(cast.manager, applicationId, to, "They did this before.", review);
    const outcomes = await Promise.allSettled([seenInReview(loop), seenInReview(offer)]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { row, deviations } = await read(applicationId);
    expect(deviations).toHaveLength(1);
    const other = row.stageId === loop ? offer : loop;
    expect(await refusal(seenInReview(other))).toBe("STAGE_LEFT");
    expect((await read(applicationId)).row.stageId).toBe(row.stageId);
  });

  it("shows on the card what each move would be refused for, as the server refuses it", async () => {
    const job = await makeJob(harness, { org, cast });
    const { applicationId } = await makeApplication(harness, org, job, { stage: "screen" });
    await makeInterview(harness, org, job, applicationId, "screen", [cast.interviewer]);
    await setApplication({ harness, org }, applicationId, { nextWordAt: new Date(0) });
    const board = await on().board(cast.manager, job.jobId);
    const [card] = board.cards;
    expect(card).toMatchObject({ column: "screen", late: true, next: { kind: "scorecards" } });
    for (const move of card?.moves ?? []) {
      if (move.how === "decide") continue;
      const said = move.refusal === null ? null : (board.refusals[move.refusal]?.sentence ?? "");
      const outcome = await on()
        .move(cast.manager, applicationId, move.stageId)
        .then(
          () => null,
          (error: Error) => error.message,
        );
      expect(outcome === null).toBe(said === null);
      if (outcome === null)
        await setApplication({ harness, org }, applicationId, { stageId: job.stages.screen });
    }
    const recruiter = await on().board(cast.recruiter, job.jobId);
    expect(recruiter.cards[0]?.moves.every((move) => move.refusal !== null)).toBe(true);
    expect(recruiter.columns.map((one) => [one.key, one.count])).toEqual([
      ["review", 0],
      ["screen", 1],
      ["loop", 0],
      ["offer", 0],
    ]);
  });
});

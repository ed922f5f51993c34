import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, type MadeJob, makeJob, makeOrg, makeRelation } from "../../test/factories.ts";
import { query, refusal, useHarness } from "../../test/harness.ts";
import { mailsAbout, readInterview, readScorecards } from "../../test/interviews.ts";
import { people, scheduling, soon } from "../../test/scheduling.ts";
import { showApplication } from "../application/show.ts";
import type { Org } from "../context.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const { planned, schedule, swap, move, cancel, actions } = scheduling(harness, () => ({
  org,
  cast,
  made,
}));

describe("interview.move, swap and cancel", () => {
  it("SEQUENCE rises with every change, and everybody is told", async () => {
    const { interviewId, candidateId } = await planned();
    await schedule(interviewId, people([cast.interviewer, cast.second]));
    expect(await move(interviewId)).toMatchObject({ sequence: 1, place: "Room 2" });
    expect(await swap(interviewId, cast.second, cast.third)).toMatchObject({ sequence: 2 });
    const cancelled = await cancel(interviewId);
    expect(cancelled).toMatchObject({
      state: "cancelled",
      sequence: 3,
      stateReason: "The interviewer is ill.",
    });
    const mails = await mailsAbout(harness, org, interviewId);
    const told = (who: string) =>
      mails
        .filter((one) => one.recipientId === who)
        .map((one) => one.template.replace("interview.", ""));
    expect(told(candidateId)).toEqual(["scheduled", "moved", "moved", "cancelled"]);
    expect(told(cast.interviewer.memberId)).toEqual(["scheduled", "moved", "moved", "cancelled"]);
    expect(told(cast.second.memberId)).toEqual(["scheduled", "moved", "cancelled"]);
    expect(told(cast.third.memberId)).toEqual(["scheduled", "cancelled"]);
    expect(await actions(interviewId)).toEqual([
      "interview.schedule",
      "interview.move",
      "interview.swap",
      "interview.cancel",
    ]);
  });

  it("a swap frees the one and seals the other", async () => {
    const { interviewId } = await planned();
    await schedule(interviewId, people([cast.interviewer], [cast.second]));
    const view = await swap(interviewId, cast.second, cast.third);
    expect(view.seats.map((seat) => [seat.name, seat.shadow])).toEqual([
      ["interviewer", false],
      ["third", true],
    ]);
    expect(await refusal(swap(interviewId, cast.second, cast.engineer))).toBe(
      "INTERVIEWER_NOT_SEATED",
    );
    expect(await refusal(swap(interviewId, cast.third, cast.interviewer))).toBe(
      "INTERVIEWER_TWICE",
    );
  });

  it("a swap back gives a fresh scorecard", async () => {
    const { interviewId } = await planned();
    await schedule(interviewId);
    await swap(interviewId, cast.interviewer, cast.second);
    await swap(interviewId, cast.second, cast.interviewer);
    const cards = await readScorecards(harness, org, interviewId);
    expect(cards.map((card) => [card.authorId === cast.interviewer.memberId, card.state])).toEqual([
      [true, "void"],
      [false, "void"],
      [true, "assigned"],
    ]);
  });

  it("law 7: a conflicted person is not swapped in", async () => {
    const { interviewId, candidateId } = await planned();
    await schedule(interviewId);
    await makeRelation(harness, org, candidateId, cast.third, "referral");
    expect(await refusal(swap(interviewId, cast.interviewer, cast.third))).toBe(
      "INTERVIEWER_CONFLICT",
    );
  });

  it("swap against start: from its start on nobody is replaced or moved", async () => {
    const { interviewId } = await planned();
    const startsAt = soon(2);
    await schedule(interviewId, people([cast.interviewer]), cast.recruiter, startsAt);
    harness.setClock(new Date(startsAt));
    try {
      expect(await refusal(swap(interviewId, cast.interviewer, cast.second))).toBe(
        "INTERVIEW_BEGUN",
      );
      expect(await refusal(move(interviewId, soon(72)))).toBe("INTERVIEW_BEGUN");
      harness.setClock(new Date(+new Date(startsAt) - 1));
      expect(await swap(interviewId, cast.interviewer, cast.second)).toMatchObject({ sequence: 1 });
    } finally {
      harness.setClock(null);
    }
  });

  it("swaps at once: each seat goes to one, and SEQUENCE rises with each", async () => {
    const { interviewId } = await planned();
    await schedule(interviewId);
    const outcomes = await Promise.allSettled(
      [cast.second, cast.third, cast.engineer, cast.approver].map((to) =>
        swap(interviewId, cast.interviewer, to),
      ),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const cards = await readScorecards(harness, org, interviewId);
    expect(cards.filter((card) => card.state === "assigned")).toHaveLength(1);
    expect(await readInterview(harness, org, interviewId)).toMatchObject({ sequence: 1 });
  });

  it("one that was arranged is planned again, and one that was only planned is dropped", async () => {
    const { interviewId, applicationId } = await planned();
    await schedule(interviewId);
    await cancel(interviewId);
    const inStage = async () =>
      (
        await query(harness, org, cast.recruiter, "application.show", showApplication, {
          applicationId,
        })
      ).stages.flatMap((stage) => stage.interviews);
    const [again, ...others] = await inStage();
    expect(others).toEqual([]);
    expect(again).toMatchObject({ state: "planned", seats: [], startsAt: null });
    expect((await schedule(again?.id ?? "")).state).toBe("scheduled");
    await cancel(again?.id ?? "");
    const [last] = await inStage();
    await cancel(last?.id ?? "");
    expect(await inStage()).toEqual([]);
    const { next } = await query(
      harness,
      org,
      cast.recruiter,
      "application.show",
      showApplication,
      { applicationId },
    );
    expect(next.text).toBe("Waits for manager to add an interview");
  });

  it("a planned one is cancelled without a word to anybody", async () => {
    const { interviewId } = await planned();
    await cancel(interviewId);
    expect(await mailsAbout(harness, org, interviewId)).toEqual([]);
    expect(await refusal(cancel(interviewId))).toBe("INTERVIEW_STATE");
  });
});

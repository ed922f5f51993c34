import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  type MadeJob,
  makeApplication,
  makeJob,
  makeOrg,
  makeRelation,
} from "../../test/factories.ts";
import { refusal, useHarness } from "../../test/harness.ts";
import { mailsAbout, readScorecards } from "../../test/interviews.ts";
import { people, scheduling, soon } from "../../test/scheduling.ts";
import type { Org } from "../context.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const { planned, schedule, propose, choose, actions } = scheduling(harness, () => ({
  org,
  cast,
  made,
}));

describe("interview.propose and interview.chooseTime", () => {
  it("the candidate takes one of the times, and then the scorecards are assigned", async () => {
    const { interviewId, candidateId } = await planned();
    const times = [soon(30), soon(20)];
    const view = await propose(interviewId, times, people([cast.interviewer], [cast.third]));
    expect(view).toMatchObject({
      state: "proposed",
      proposedTimes: times.toSorted(),
      seats: [],
      proposed: { minutes: 60, people: [{ name: "interviewer" }, { name: "third", shadow: true }] },
    });
    expect(await mailsAbout(harness, org, interviewId)).toEqual([
      { template: "interview.proposed", recipient: "candidate", recipientId: candidateId },
    ]);
    const candidate = { kind: "candidate" as const, candidateId };
    expect(await refusal(choose(candidate, interviewId, soon(99)))).toBe(
      "INTERVIEW_TIME_NOT_PROPOSED",
    );
    const chosen = await choose(candidate, interviewId, times[1] ?? "");
    expect(chosen).toMatchObject({ startsAt: times[1], place: "Room 1" });
    expect((await readScorecards(harness, org, interviewId)).map((card) => card.shadow)).toEqual([
      false,
      true,
    ]);
    expect(await refusal(choose(candidate, interviewId, times[1] ?? ""))).toBe("INTERVIEW_STATE");
    expect(await actions(interviewId)).toEqual(["interview.propose", "interview.chooseTime"]);
  });

  it("is the candidate's own: nobody else chooses, and another candidate sees nothing", async () => {
    const { interviewId } = await planned();
    const at = soon(5);
    await propose(interviewId, [at]);
    const stranger = await makeApplication(harness, org, made);
    expect(
      await refusal(
        choose({ kind: "candidate", candidateId: stranger.candidateId }, interviewId, at),
      ),
    ).toBe("NOT_FOUND");
    expect(await refusal(choose(cast.recruiter, interviewId, at))).toBe("FORBIDDEN");
  });

  it("leaves out who may no longer sit in it, and refuses if nobody is left", async () => {
    const { interviewId, candidateId } = await planned();
    const at = soon(5);
    const candidate = { kind: "candidate" as const, candidateId };
    await propose(interviewId, [at], people([cast.interviewer, cast.second]));
    await makeRelation(harness, org, candidateId, cast.second, "relation");
    await choose(candidate, interviewId, at);
    const seated = await readScorecards(harness, org, interviewId);
    expect(seated.map((card) => card.authorId)).toEqual([cast.interviewer.memberId]);

    const other = await planned();
    await propose(other.interviewId, [at], people([cast.second], [cast.third]));
    await makeRelation(harness, org, other.candidateId, cast.second, "relation");
    expect(
      await refusal(
        choose({ kind: "candidate", candidateId: other.candidateId }, other.interviewId, at),
      ),
    ).toBe("INTERVIEWERS_GONE");
  });

  it("other times replace those that were proposed before", async () => {
    const { interviewId } = await planned();
    const [first, second] = [soon(5), soon(6)];
    await propose(interviewId, [first]);
    expect(await propose(interviewId, [second])).toMatchObject({ proposedTimes: [second] });
    expect(await schedule(interviewId)).toMatchObject({ state: "scheduled", proposedTimes: [] });
  });
});

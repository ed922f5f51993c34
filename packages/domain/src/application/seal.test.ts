import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf } from "../../test/applications.ts";
import { decideAs, decision, holdDebrief, makeRatedLoop } from "../../test/deciding.ts";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import { referCandidate } from "../candidate/refer.ts";
import type { Member, Org } from "../context.ts";
import { submitScorecard } from "../scorecard/index.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const on = () => applicationsOf({ harness, org });
const WORD = "zanzibar";

/** A loop with one scorecard in and one owed, an assessment note, and reasons that judge. */
async function halfRated() {
  const ids = await makeApplication(harness, org, made, { stage: "loop" });
  const one = await makeInterview(harness, org, made, ids.applicationId, "loopA", [
    cast.interviewer,
  ]);
  const two = await makeInterview(harness, org, made, ids.applicationId, "loopB", [cast.second]);
  await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
    scorecardId: one.scorecardIds[0] ?? "",
    content: {
      ...fullContent(made, "no", `${WORD} in the evidence of each criterion`),
      recommendation: "definitely_not",
    },
  });
  await on().note(cast.interviewer, ids.applicationId, "assessment", `${WORD} in an assessment`);
  await on().note(cast.recruiter, ids.applicationId, "logistics", "Prefers mornings.");
  await on().hold(cast.recruiter, ids.applicationId, 3, `${WORD} in the reason of a hold`);
  await on().resume(cast.recruiter, ids.applicationId);
  return { ...ids, owed: two.scorecardIds[0] ?? "" };
}

const submitSecond = (scorecardId: string) =>
  command(harness, org, cast.second, "scorecard.submit", submitScorecard, {
    scorecardId,
    content: fullContent(made, "yes"),
  });

describe("law 1: blind", () => {
  it("lets nobody read a judgement through page or board before the quorum", async () => {
    const { applicationId } = await halfRated();
    const readers: Member[] = [
      cast.recruiter,
      cast.manager,
      cast.substitute,
      cast.otherRecruiter,
      cast.coordinator,
      cast.second,
    ];
    for (const reader of readers) {
      const view = await on().show(reader, applicationId);
      const own = reader === cast.recruiter ? `${WORD} in the reason of a hold` : "";
      const text = JSON.stringify(view).replace(own === "" ? "\u0000" : own, "");
      expect(text, reader.name).not.toContain(WORD);
      expect(text, reader.name).not.toContain("definitely_not");
    }
    for (const reader of [cast.recruiter, cast.manager, cast.otherRecruiter]) {
      const board = await on().board(reader, made.jobId);
      const card = board.cards.find((one) => one.applicationId === applicationId);
      expect(card?.marks).toEqual([
        { state: "in", recommendation: null },
        { state: "owed", recommendation: null },
      ]);
      expect(card?.sealed).not.toBeNull();
      expect(JSON.stringify(board)).not.toContain(WORD);
    }
  });

  it("shows that sealed lines are there and why, and none of their words", async () => {
    const { applicationId } = await halfRated();
    const view = await on().show(cast.manager, applicationId);
    const note = view.timeline.find((line) => line.kind === "note.assessment");
    expect(note).toMatchObject({ by: "interviewer", text: null, facts: {}, sealed: { law: 1 } });
    const logistics = view.timeline.find((line) => line.kind === "note.logistics");
    expect(logistics).toMatchObject({ text: "Prefers mornings.", sealed: null });
    const loop = view.stages.find((stage) => stage.name === "Loop");
    expect(loop).toMatchObject({
      quorum: { counted: 1, needed: 2, met: false },
      sealed: { sentence: "Sealed: 1 of 2 scorecards of this stage are in." },
    });
  });

  it("opens to those who lead and those who rated there once the quorum is in", async () => {
    const { applicationId, owed } = await halfRated();
    await submitSecond(owed);
    for (const reader of [cast.recruiter, cast.manager, cast.interviewer, cast.second]) {
      const view = await on().show(reader, applicationId);
      expect(JSON.stringify(view.timeline), reader.name).toContain(`${WORD} in an assessment`);
      const loop = view.stages.find((stage) => stage.name === "Loop");
      expect(loop?.marks.map((mark) => mark.recommendation).toSorted()).toEqual([
        "definitely_not",
        "yes",
      ]);
    }
    const other = await on().show(cast.otherRecruiter, applicationId);
    expect(JSON.stringify(other)).not.toContain(WORD);
    const board = await on().board(cast.manager, made.jobId);
    const card = board.cards.find((one) => one.applicationId === applicationId);
    expect(card?.sealed).toBeNull();
    expect(card?.marks).toHaveLength(2);
  });

  it("stays closed to a leader who owes a scorecard on another application of the candidate", async () => {
    const { applicationId, candidateId, owed } = await halfRated();
    await submitSecond(owed);
    const job = await makeJob(harness, { org, cast });
    const other = await makeApplication(harness, org, job, { candidateId, stage: "screen" });
    await makeInterview(harness, org, job, other.applicationId, "screen", [cast.recruiter]);
    const view = await on().show(cast.recruiter, applicationId);
    expect(JSON.stringify(view)).not.toContain(`${WORD} in an assessment`);
    const board = await on().board(cast.recruiter, made.jobId);
    const card = board.cards.find((one) => one.applicationId === applicationId);
    expect(card?.marks.every((mark) => mark.recommendation === null)).toBe(true);
  });

  it("keeps a decision's line sealed to who owes a later scorecard", async () => {
    const world = { harness, org, cast, made };
    const { applicationId } = await makeRatedLoop(world);
    await holdDebrief(world, applicationId);
    await decideAs(world, cast.manager, {
      ...decision(world, applicationId, "loop"),
      reason: `${WORD} in the reason of a decision`,
    });
    for (const reader of [cast.recruiter, cast.interviewer, cast.otherRecruiter]) {
      expect(JSON.stringify(await on().show(reader, applicationId))).not.toContain(
        `${WORD} in the reason of a decision`,
      );
    }
  });

  it("seals what a referrer says of the candidate", async () => {
    const job = await makeJob(harness, { org, cast });
    await command(harness, org, cast.engineer, "candidate.refer", referCandidate, {
      jobId: job.jobId,
      name: "Rae Referred",
      email: "rae@people.test",
      phone: "",
      headline: "",
      links: [],
      uploadId: null,
      note: `${WORD} in a referral`,
    });
    const [card] = (await on().board(cast.recruiter, job.jobId)).cards;
    const applicationId = card?.applicationId ?? "";
    const open = await on().show(cast.recruiter, applicationId);
    expect(open.relations).toMatchObject([{ kind: "referral", note: `${WORD} in a referral` }]);
    await on().move(cast.manager, applicationId, job.stages.loop);
    await makeInterview(harness, org, job, applicationId, "loopA", [cast.recruiter]);
    const owing = await on().show(cast.recruiter, applicationId);
    expect(owing.relations).toMatchObject([{ kind: "referral", note: null }]);
  });

  it("opens the reasons of a stage that was left before anybody judged there (law 6)", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    await on().hold(cast.recruiter, applicationId, 3, `${WORD} in the reason of a hold`);
    const before = await on().show(cast.manager, applicationId);
    expect(JSON.stringify(before.timeline)).not.toContain(WORD);
    await on().withdraw(cast.recruiter, applicationId);
    const after = await on().show(cast.manager, applicationId);
    expect(JSON.stringify(after.timeline)).toContain(WORD);
  });
});

describe("what interviewers see", () => {
  it("has no contact details, no pay and no other application", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    await makeApplication(harness, org, await makeJob(harness, { org, cast }), { candidateId });
    await makeInterview(harness, org, made, applicationId, "screen", [cast.third]);
    const view = await on().show(cast.third, applicationId);
    expect(view).toMatchObject({ contact: null, range: null, others: [], relations: [] });
    expect(JSON.stringify(view)).not.toContain("@people.test");
    expect(view.may).toMatchObject({ hold: null, reject: null, move: null, withdraw: null });
    const lead = await on().show(cast.recruiter, applicationId);
    expect(lead.others).toHaveLength(1);
    expect(lead.contact?.email).toContain("@people.test");
  });

  it("is nothing without an interview, and nothing of the board", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    for (const reader of [cast.third, cast.engineer, cast.auditor, cast.admin]) {
      expect(await refusal(on().show(reader, applicationId))).toBe("FORBIDDEN");
      expect(await refusal(on().board(reader, made.jobId))).toBe("FORBIDDEN");
    }
    const there = await makeOrg(harness);
    const elsewhere = applicationsOf({ harness, org: there.org });
    expect(await refusal(elsewhere.show(there.cast.recruiter, applicationId))).toBe("NOT_FOUND");
    expect(await refusal(elsewhere.board(there.cast.recruiter, made.jobId))).toBe("NOT_FOUND");
  });
});

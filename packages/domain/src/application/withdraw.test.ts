import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf, readApplication } from "../../test/applications.ts";
import { makeOffer, makeOfferable, openingStates } from "../../test/deciding.ts";
import {
  type Cast,
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { mailsAbout } from "../../test/interviews.ts";
import type { Org } from "../context.ts";
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

describe("application.withdraw", () => {
  it("withdraws on the candidate's word, tells them, and is audited once", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const view = await on().withdraw(cast.recruiter, applicationId);
    expect(view).toMatchObject({ state: "withdrawn", nextWordAt: null });
    expect(await mailsAbout(harness, org, applicationId)).toEqual([
      { template: "application.withdrawn", recipient: "candidate", recipientId: candidateId },
    ]);
    const entries = (await auditTrail(harness, org.id)).filter(
      (one) => one.subjectId === applicationId,
    );
    expect(entries.map((one) => one.action)).toEqual(["application.withdraw"]);
  });

  it("law 9: gives back the opening that an offer reserved", async () => {
    const world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
    const { applicationId } = await makeOfferable(world);
    await makeOffer(world, applicationId, "sent");
    expect(await openingStates(world)).toEqual(["reserved"]);
    await on().withdraw(cast.recruiter, applicationId);
    expect(await openingStates(world)).toEqual(["open"]);
    expect((await readApplication(world, applicationId)).row.state).toBe("withdrawn");
  });

  it("leaves an interview that was judged before its time as it is", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const startsAt = new Date(Date.now() + 5 * 60_000);
    const seats = [cast.interviewer];
    const early = await makeInterview(harness, org, made, applicationId, "screen", seats, {
      startsAt,
    });
    await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId: early.scorecardIds[0] ?? "",
      content: fullContent(made, "yes"),
    });
    await on().withdraw(cast.recruiter, applicationId);
    const { interviews } = await readApplication({ harness, org }, applicationId);
    expect(interviews.find((one) => one.id === early.interviewId)?.state).toBe("scheduled");
  });

  it("is the job's recruiter's alone, and hidden from another organization", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    for (const by of [cast.admin, cast.manager, cast.otherRecruiter, cast.interviewer]) {
      expect(await refusal(on().withdraw(by, applicationId))).toBe("FORBIDDEN");
    }
    const there = await makeOrg(harness);
    const elsewhere = applicationsOf({ harness, org: there.org });
    const call = elsewhere.withdraw(there.cast.recruiter, applicationId);
    expect(await refusal(call)).toBe("NOT_FOUND");
  });
});

import { hiringTeam } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf, readApplication, setJob } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  type MadeJob,
} from "../../test/factories.ts";
import { auditTrail, refusal, useHarness } from "../../test/harness.ts";
import { mailsAbout } from "../../test/interviews.ts";
import type { Org } from "../context.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
let other: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  other = await makeJob(harness, { org, cast });
});

const on = () => applicationsOf({ harness, org });
const read = (id: string) => readApplication({ harness, org }, id);

describe("law 6: application.transfer", () => {
  it("ends this application and starts a linked one in the other job", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "screen",
    });
    await makeInterview(harness, org, made, applicationId, "screen", [cast.interviewer], {
      startsAt: new Date(Date.now() + 86_400_000),
    });
    const view = await on().transfer(cast.recruiter, applicationId, other.jobId);
    expect(view).toMatchObject({
      state: "active",
      source: "transferred",
      job: { id: other.jobId },
      stage: { id: other.stages.review },
      others: [{ applicationId, state: "transferred" }],
    });
    const before = await read(applicationId);
    expect(before.row).toMatchObject({ state: "transferred" });
    expect(before.interviews).toMatchObject([{ state: "cancelled" }]);
    const now = await read(view.id);
    expect(now.row).toMatchObject({ candidateId, transferredFrom: applicationId, pinnedAt: null });
    expect(await mailsAbout(harness, org, view.id)).toMatchObject([
      { template: "application.transferred", recipientId: candidateId },
    ]);
    const entries = (await auditTrail(harness, org.id)).filter(
      (one) => one.subjectId === applicationId,
    );
    expect(entries.map((one) => one.action)).toEqual(["application.transfer"]);
  });

  it("needs another open job where nothing of theirs is under way", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const to = (jobId: string) => on().transfer(cast.recruiter, applicationId, jobId);
    expect(await refusal(to(made.jobId))).toBe("SAME_JOB");
    const closed = await makeJob(harness, { org, cast });
    await setJob({ harness, org }, closed.jobId, { state: "on_hold" });
    expect(await refusal(to(closed.jobId))).toBe("JOB_NOT_OPEN");
    await makeApplication(harness, org, other, { candidateId });
    expect(await refusal(to(other.jobId))).toBe("ACTIVE_APPLICATION");
    expect((await read(applicationId)).row.state).toBe("active");
  });

  it("is for who recruits for both jobs", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const to = (by: typeof cast.manager) => on().transfer(by, applicationId, other.jobId);
    expect(await refusal(to(cast.manager))).toBe("FORBIDDEN");
    expect(await refusal(to(cast.otherRecruiter))).toBe("FORBIDDEN");
    const apart = await makeJob(harness, { org, cast });
    await harness.within(org.id, (tx) =>
      tx
        .delete(hiringTeam)
        .where(
          and(
            eq(hiringTeam.orgId, org.id),
            eq(hiringTeam.jobId, apart.jobId),
            eq(hiringTeam.memberId, cast.recruiter.memberId),
          ),
        ),
    );
    const there = on().transfer(cast.recruiter, applicationId, apart.jobId);
    expect(await refusal(there)).toBe("FORBIDDEN");
    const view = await on().show(cast.recruiter, applicationId);
    expect(view.transferTo.map((one) => one.jobId)).not.toContain(apart.jobId);
    expect(view.transferTo.map((one) => one.jobId)).toContain(other.jobId);
  });

  it("knows no job and no application of another organization", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const there = await makeOrg(harness);
    const theirs = await makeJob(harness, there);
    expect(await refusal(on().transfer(cast.recruiter, applicationId, theirs.jobId))).toBe(
      "NOT_FOUND",
    );
    const elsewhere = applicationsOf({ harness, org: there.org });
    const call = elsewhere.transfer(there.cast.recruiter, applicationId, theirs.jobId);
    expect(await refusal(call)).toBe("NOT_FOUND");
  });

  it("of many at once exactly one goes through", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => on().transfer(cast.recruiter, applicationId, other.jobId)),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

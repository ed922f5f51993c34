import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf, readApplication } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
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

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const on = () => applicationsOf({ harness, org });

describe("application.hold and application.resume", () => {
  it("law 11: promises a next word, tells the candidate, and is audited once", async () => {
    const { applicationId, candidateId } = await makeApplication(harness, org, made);
    const view = await on().hold(cast.manager, applicationId, 10);
    expect(view).toMatchObject({ state: "on_hold", next: { kind: "hold" } });
    expect(view.nextWordAt).toBe(view.next.at);
    expect(await mailsAbout(harness, org, applicationId)).toEqual([
      { template: "application.onHold", recipient: "candidate", recipientId: candidateId },
    ]);
    const entries = (await auditTrail(harness, org.id)).filter(
      (one) => one.subjectId === applicationId,
    );
    expect(entries.map((one) => one.action)).toEqual(["application.hold"]);
  });

  it("refuses a date that is past or too far away", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    expect(await refusal(on().hold(cast.recruiter, applicationId, -1))).toBe("NEXT_WORD_PAST");
    expect(await refusal(on().hold(cast.recruiter, applicationId, 400))).toBe("NEXT_WORD_PAST");
  });

  it("keeps an earlier promise when it goes on", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    const held = await on().hold(cast.recruiter, applicationId, 2);
    const resumed = await on().resume(cast.recruiter, applicationId);
    expect(resumed).toMatchObject({ state: "active", nextWordAt: held.nextWordAt });
  });

  it("promises the usual days where the old promise was for later", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    await on().hold(cast.recruiter, applicationId, 60);
    await on().resume(cast.recruiter, applicationId);
    const { row } = await readApplication({ harness, org }, applicationId);
    const days = ((row.nextWordAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(4.9);
    expect(days).toBeLessThan(5.1);
  });

  it("is for those who lead the job, and hidden from another organization", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    for (const by of [cast.admin, cast.otherRecruiter, cast.coordinator, cast.interviewer]) {
      expect(await refusal(on().hold(by, applicationId))).toBe("FORBIDDEN");
      expect(await refusal(on().resume(by, applicationId))).toBe("FORBIDDEN");
    }
    const there = await makeOrg(harness);
    const elsewhere = applicationsOf({ harness, org: there.org });
    expect(await refusal(elsewhere.hold(there.cast.recruiter, applicationId))).toBe("NOT_FOUND");
    expect(await refusal(elsewhere.resume(there.cast.recruiter, applicationId))).toBe("NOT_FOUND");
  });
});

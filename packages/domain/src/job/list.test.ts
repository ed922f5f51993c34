import { application, job } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
  makeRelation,
} from "../../test/factories.ts";
import { query, refusal, useHarness } from "../../test/harness.ts";
import { see } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { listJobs } from "./list.ts";
import type { ListJobsInput } from "./schemas.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});
const list = (actor: Member, filter: Partial<z.infer<typeof ListJobsInput>> = {}) =>
  query(harness, org, actor, "job.list", listJobs, {
    states: [],
    search: null,
    mine: false,
    ...filter,
  });
const ids = async (actor: Member) => (await list(actor)).jobs.map((row) => row.id);

describe("job.list", () => {
  it("counts seats, stages and waiting, for those who see the pipeline", async () => {
    const one = await makeJob(harness, { org, cast }, { openings: 3 });
    const early = new Date("2025-01-01T00:00:00.000Z");
    await makeApplication(harness, org, one, { stage: "screen", at: early });
    await makeApplication(harness, org, one, { stage: "screen" });
    const row = async (actor: Member) =>
      (await list(actor)).jobs.find((job) => job.id === one.jobId);
    expect(await row(cast.otherRecruiter)).toMatchObject({
      level: "Senior",
      openings: { filled: 0, reserved: 0, total: 3 },
      stages: [
        { key: "review", count: 0 },
        { key: "screen", count: 2 },
        { key: "loop", count: 0 },
        { key: "offer", count: 0 },
      ],
      oldestWaitingSince: early.toISOString(),
      owner: { name: "recruiter" },
      opens: "pipeline",
    });
    expect(await row(cast.coordinator)).toMatchObject({ stages: null, opens: "plan" });
    expect(await row(cast.interviewer)).toMatchObject({ stages: null, opens: null });
    expect(await row(cast.second)).toBeUndefined();
    expect(await refusal(list(cast.auditor))).toBe("FORBIDDEN");
  });

  it("filters by state, words and own jobs", async () => {
    const { jobId } = await makeJob(harness, { org, cast });
    await harness.within(org.id, (tx) =>
      tx.update(job).set({ team: "Storage", state: "closed" }).where(eq(job.id, jobId)),
    );
    const found = await list(cast.recruiter, { search: "storage", states: ["closed"] });
    expect(found.jobs.map((one) => one.team)).toEqual(["Storage"]);
    expect((await list(cast.otherRecruiter, { mine: true })).jobs).toEqual([]);
    expect((await list(cast.recruiter, { search: "%" })).jobs).toEqual([]);
  });

  it("shows a confidential job to its team alone", async () => {
    const secret = await makeJob(harness, { org, cast }, { confidential: true });
    expect(await ids(cast.manager)).toContain(secret.jobId);
    expect(await ids(cast.otherRecruiter)).not.toContain(secret.jobId);
    expect(await ids(cast.admin)).not.toContain(secret.jobId);
    expect(await refusal(see(harness, org, cast.otherRecruiter, secret.jobId))).toBe("NOT_FOUND");
  });

  it("law 7: hides a job while one's own application to it is running", async () => {
    const mine = await makeJob(harness, { org, cast });
    const { candidateId, applicationId } = await makeApplication(harness, org, mine);
    for (const actor of [cast.recruiter, cast.otherRecruiter, cast.interviewer, cast.admin]) {
      await makeRelation(harness, org, candidateId, actor, "self");
      expect(await ids(actor)).not.toContain(mine.jobId);
      expect(await refusal(see(harness, org, actor, mine.jobId))).toBe("NOT_FOUND");
    }
    expect(await ids(cast.manager)).toContain(mine.jobId);
    await harness.within(org.id, (tx) =>
      tx.update(application).set({ state: "rejected" }).where(eq(application.id, applicationId)),
    );
    expect(await ids(cast.recruiter)).toContain(mine.jobId);
  });
});

describe("job.show", () => {
  it("keeps kits from those who may not read them", async () => {
    const lead = await see(harness, org, cast.manager, made.jobId);
    expect(lead.plans.current?.stages[1]?.interviews[0]?.questions).toHaveLength(3);
    expect(lead.questions.length).toBeGreaterThan(0);
    for (const actor of [cast.admin, cast.otherRecruiter, cast.coordinator]) {
      const view = await see(harness, org, actor, made.jobId);
      expect(view.plans.current?.stages[1]?.interviews[0]?.questions).toEqual([]);
      expect(view.questions).toEqual([]);
      expect(view.sees.kits).toBe(false);
      expect(view.may.savePlan?.law).toBe(15);
    }
    for (const actor of [cast.interviewer, cast.second, cast.auditor]) {
      expect(await refusal(see(harness, org, actor, made.jobId))).toBe("FORBIDDEN");
    }
  });
});

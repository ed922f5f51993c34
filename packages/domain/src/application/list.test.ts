import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeJob,
  makeOrg,
  makeRelation,
  type MadeJob,
} from "../../test/factories.ts";
import { refusal, useHarness } from "../../test/harness.ts";
import type { Org } from "../context.ts";
import { ListApplicationsInput } from "./schemas.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let job: MadeJob;

const DAY = 86_400_000;
const NOW = Date.now();

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  job = await makeJob(harness, { org, cast });
  // Two by two in the same millisecond, so that pages also end between equals.
  for (let n = 0; n < 56; n += 1) {
    const at = new Date(NOW - 100 * DAY + Math.floor(n / 2) * DAY);
    await makeApplication(harness, org, job, { stage: n < 52 ? "review" : "screen", at });
  }
});

const on = () => applicationsOf({ harness, org });

async function wholeList(stageId: string | null, state: "active" | "rejected" = "active") {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await on().list(cast.recruiter, { jobId: job.jobId, stageId, state, cursor });
    found.push(...page.applications.map((one) => one.applicationId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

describe("application.list", () => {
  it("goes through a stage 25 a page, who waits longest first, each once", async () => {
    const input = { jobId: job.jobId, stageId: job.stages.review, state: "active" } as const;
    const first = await on().list(cast.recruiter, input);
    expect(first.applications).toHaveLength(25);
    expect(first.nextCursor).not.toBeNull();
    const entered = first.applications.map((one) => one.enteredStageAt);
    expect(entered).toEqual(entered.toSorted());
    expect(entered[0]).toBe(new Date(NOW - 100 * DAY).toISOString());
    const all = await wholeList(job.stages.review);
    expect(all).toHaveLength(52);
    expect(new Set(all).size).toBe(52);
  });

  it("goes through every stage where none is named, and through one state only", async () => {
    expect(await wholeList(null)).toHaveLength(56);
    expect(await wholeList(job.stages.screen)).toHaveLength(4);
    expect(await wholeList(null, "rejected")).toEqual([]);
    const [one] = (
      await on().list(cast.recruiter, {
        jobId: job.jobId,
        stageId: job.stages.screen,
        state: "active",
      })
    ).applications;
    expect(one).toMatchObject({ stage: "Screen", stageId: job.stages.screen, state: "active" });
  });

  it("hides a confidential job from other recruiters", async () => {
    const secret = await makeJob(harness, { org, cast }, { confidential: true });
    const input = { jobId: secret.jobId, stageId: null, state: "active" } as const;
    expect(await refusal(on().list(cast.otherRecruiter, input))).toBe("NOT_FOUND");
    expect((await on().list(cast.recruiter, input)).applications).toEqual([]);
  });

  it("shows nothing of another organization's job", async () => {
    const other = await makeOrg(harness);
    const theirs = await makeJob(harness, other);
    const input = { jobId: theirs.jobId, stageId: null, state: "active" } as const;
    expect(await refusal(on().list(cast.recruiter, input))).toBe("NOT_FOUND");
  });

  it("law 7: leaves one's own application out until it is proven, and then hides the job", async () => {
    const own = await makeJob(harness, { org, cast });
    const unproven = await makeApplication(harness, org, own, { proven: false });
    const { applicationId } = await makeApplication(harness, org, own);
    await makeRelation(harness, org, unproven.candidateId, cast.recruiter, "self");
    const input = { jobId: own.jobId, stageId: null, state: "active" } as const;
    const { applications } = await on().list(cast.recruiter, input);
    expect(applications.map((one) => one.applicationId)).toEqual([applicationId]);
    const proven = await makeApplication(harness, org, own);
    await makeRelation(harness, org, proven.candidateId, cast.recruiter, "self");
    expect(await refusal(on().list(cast.recruiter, input))).toBe("NOT_FOUND");
  });

  it("refuses a cursor that is none", async () => {
    const ends = ["", "2026-13-40T00:00:00.000Z_x", `2026-01-01T00:00:00.000Z_${job.jobId}_1`];
    for (const cursor of ends) {
      const input = { jobId: job.jobId, stageId: null, state: "active", cursor };
      const { error } = ListApplicationsInput.safeParse(input);
      expect(
        error?.issues.map((one) => one.path.join(".")),
        cursor,
      ).toEqual(["cursor"]);
    }
  });

  it("is BUSY where a lock is held for too long, as any call is", async () => {
    const input = { jobId: job.jobId, stageId: null, state: "active", cursor: null } as const;
    await on().list(cast.recruiter, input);
    const refused = await harness.connection.db.transaction(async (tx) => {
      await tx.execute(sql`lock table stage in access exclusive mode`);
      return refusal(on().list(cast.recruiter, input));
    });
    expect(refused).toBe("BUSY");
  });
});

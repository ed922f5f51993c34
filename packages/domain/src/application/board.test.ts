import { newId } from "@rubric/db";
import { application, applicationStage, candidate } from "@rubric/db/schema";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applicationsOf } from "../../test/applications.ts";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
  type MadeJob,
} from "../../test/factories.ts";
import { refusal, useHarness } from "../../test/harness.ts";
import type { Org } from "../context.ts";
import { underWay } from "./board.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
let crowd: MadeJob;

/** This many people in the review of one job. */
async function fill(job: MadeJob, many: number): Promise<void> {
  const orgId = org.id;
  const at = new Date();
  const people = Array.from({ length: many }, (_, n) => ({ id: newId(), n }));
  await harness.within(orgId, async (tx) => {
    for (let from = 0; from < many; from += 1000) {
      const some = people.slice(from, from + 1000);
      await tx.insert(candidate).values(
        some.map(({ id, n }) => ({
          orgId,
          id,
          email: `${id}@crowd.test`,
          name: `Person ${n}`,
          phone: "",
          headline: "",
          location: "",
          links: [],
          createdAt: at,
        })),
      );
      const rows = some.map(({ id }) => ({
        orgId,
        id: newId(),
        candidateId: id,
        jobId: job.jobId,
        planId: job.planId,
        stageId: job.stages.review,
        state: "active" as const,
        source: "applied" as const,
        answers: [],
        createdAt: at,
        enteredStageAt: at,
      }));
      await tx.insert(application).values(rows);
      await tx.insert(applicationStage).values(
        rows.map((row) => ({
          orgId,
          applicationId: row.id,
          stageId: row.stageId,
          enteredAt: at,
        })),
      );
    }
  });
}

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
  crowd = await makeJob(harness, { org, cast });
  await fill(crowd, 4000);
});

const on = () => applicationsOf({ harness, org });

describe("application.board", () => {
  it("shows the columns of the plan with their counts and median days", async () => {
    const job = await makeJob(harness, { org, cast });
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000 - 60_000);
    for (const days of [1, 4, 10]) {
      await makeApplication(harness, org, job, { stage: "screen", at: ago(days) });
    }
    const board = await on().board(cast.recruiter, job.jobId);
    expect(board.columns.map(({ name, count, medianDays }) => [name, count, medianDays])).toEqual([
      ["Application review", 0, null],
      ["Screen", 3, 4],
      ["Loop", 0, null],
      ["Offer", 0, null],
    ]);
    expect(board.cards.map((card) => card.daysInStage)).toEqual([10, 4, 1]);
  });

  it("says of each card what it waits for", async () => {
    const job = await makeJob(harness, { org, cast });
    const review = await makeApplication(harness, org, job);
    const planned = await makeApplication(harness, org, job, { stage: "screen" });
    const owed = await makeApplication(harness, org, job, { stage: "screen" });
    await makeInterview(harness, org, job, owed.applicationId, "screen", [cast.interviewer]);
    const soon = await makeApplication(harness, org, job, { stage: "screen" });
    await makeInterview(harness, org, job, soon.applicationId, "screen", [cast.interviewer], {
      startsAt: new Date(Date.now() + 3_600_000),
    });
    const board = await on().board(cast.manager, job.jobId);
    const next = (id: string) => board.cards.find((one) => one.applicationId === id)?.next.kind;
    expect(next(review.applicationId)).toBe("decide");
    expect(next(planned.applicationId)).toBe("schedule");
    expect(next(owed.applicationId)).toBe("scorecards");
    expect(next(soon.applicationId)).toBe("interview");
  });

  it("law 7: warns who knows the candidate, and hides the job from who applies to it", async () => {
    const job = await makeJob(harness, { org, cast });
    const { candidateId } = await makeApplication(harness, org, job);
    await makeRelation(harness, org, candidateId, cast.manager, "referral");
    const board = await on().board(cast.manager, job.jobId);
    const codes = board.cards[0]?.moves.map((move) =>
      move.refusal === null ? null : board.refusals[move.refusal]?.law,
    );
    expect(codes).toEqual([7, 7, 7]);
    await makeRelation(harness, org, candidateId, cast.recruiter, "self");
    expect(await refusal(on().board(cast.recruiter, job.jobId))).toBe("NOT_FOUND");
  });

  it("hides a confidential job from other recruiters", async () => {
    const job = await makeJob(harness, { org, cast }, { confidential: true });
    const { applicationId } = await makeApplication(harness, org, job);
    expect(await refusal(on().board(cast.otherRecruiter, job.jobId))).toBe("NOT_FOUND");
    expect(await refusal(on().show(cast.otherRecruiter, applicationId))).toBe("NOT_FOUND");
    expect((await on().board(cast.recruiter, job.jobId)).cards).toHaveLength(1);
  });

  it("shows those who wait longest of many, and says how many more there are", async () => {
    const board = await on().board(cast.recruiter, crowd.jobId);
    expect(board.cards).toHaveLength(600);
    expect(board.hidden).toBe(3400);
    expect(board.refusals.length).toBeLessThan(10);
  });

  it("finds those under way by an index, and no others", async () => {
    const lines = await harness.within(org.id, async (tx) => {
      const query = underWay({ read: tx, org, actor: cast.manager }, made.jobId);
      return tx.execute(sql`explain ${query.getSQL()}`);
    });
    const plan = lines.map((line) => String(line["QUERY PLAN"])).join("\n");
    expect(plan).toMatch(
      /Index (Only )?Scan using application_(job_idx|active_key)|Bitmap Index Scan on application_job_idx/,
    );
    expect(plan).not.toMatch(/Seq Scan on application\b/);
  });
});

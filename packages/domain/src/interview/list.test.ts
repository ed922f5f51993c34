import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
} from "../../test/factories.ts";
import { query, useHarness } from "../../test/harness.ts";
import { makePlanned } from "../../test/interviews.ts";
import type { Member, Org } from "../context.ts";
import { listInterviews } from "./list.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
const HOUR = 3_600_000;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

describe("interview.list", () => {
  it("shows one's own, and to who schedules those of the jobs", async () => {
    const fresh = await makeOrg(harness);
    const job = await makeJob(harness, fresh);
    const { applicationId } = await makeApplication(harness, fresh.org, job, { stage: "loop" });
    const make = (name: "loopA" | "loopB", who: Member, hours: number) =>
      makeInterview(harness, fresh.org, job, applicationId, name, [who], {
        startsAt: new Date(Date.now() + hours * HOUR),
      });
    await make("loopA", fresh.cast.interviewer, -72);
    await make("loopA", fresh.cast.interviewer, 72);
    await make("loopB", fresh.cast.second, 96);
    await makePlanned(harness, fresh.org, job, applicationId, "loopB");
    const list = (actor: Member, scope: "mine" | "jobs") =>
      query(harness, fresh.org, actor, "interview.list", listInterviews, { scope });
    const mine = await list(fresh.cast.interviewer, "mine");
    expect(
      [mine.unscheduled, mine.today, mine.coming, mine.past.lines].map((l) => l.length),
    ).toEqual([0, 0, 1, 1]);
    expect(mine.coming[0]).toMatchObject({
      candidate: { name: "Casey Candidate" },
      mine: { state: "assigned" },
      kit: true,
      schedules: false,
    });
    const jobs = await list(fresh.cast.coordinator, "jobs");
    expect(
      [jobs.unscheduled, jobs.today, jobs.coming, jobs.past.lines].map((l) => l.length),
    ).toEqual([1, 0, 2, 1]);
    expect(jobs.coming[0]).toMatchObject({ mine: null, kit: false, schedules: true });
    expect(await list(fresh.cast.interviewer, "jobs")).toMatchObject({
      schedules: false,
      coming: [],
    });
    expect((await list(fresh.cast.engineer, "mine")).coming).toEqual([]);
  });

  it("pages through the past", async () => {
    const fresh = await makeOrg(harness);
    const job = await makeJob(harness, fresh);
    for (let n = 0; n < 51; n += 1) {
      const { applicationId } = await makeApplication(harness, fresh.org, job, { stage: "loop" });
      await makeInterview(harness, fresh.org, job, applicationId, "loopA", [fresh.cast.third], {
        startsAt: new Date(Date.now() - (48 + Math.floor(n / 2)) * HOUR),
        state: "held",
      });
    }
    const page = (cursor: string | null) =>
      query(harness, fresh.org, fresh.cast.third, "interview.list", listInterviews, {
        scope: "mine",
        cursor,
      });
    const first = await page(null);
    const second = await page(first.past.next);
    const ids = [...first.past.lines, ...second.past.lines].map((line) => line.id);
    expect(first.past.lines).toHaveLength(50);
    expect(second.past.next).toBeNull();
    expect(new Set(ids).size).toBe(51);
  });

  it("law 7: shows nothing of a job to whose application is under way there", async () => {
    const job = await makeJob(harness, { org, cast });
    const { applicationId } = await makeApplication(harness, org, job, { stage: "loop" });
    await makeInterview(harness, org, job, applicationId, "loopA", [cast.approver], {
      startsAt: new Date(Date.now() + 30 * HOUR),
    });
    const list = () =>
      query(harness, org, cast.approver, "interview.list", listInterviews, { scope: "mine" });
    expect((await list()).coming).toHaveLength(1);
    const own = await makeApplication(harness, org, job, { stage: "screen" });
    await makeRelation(harness, org, own.candidateId, cast.approver, "self");
    expect((await list()).coming).toHaveLength(0);
  });
});

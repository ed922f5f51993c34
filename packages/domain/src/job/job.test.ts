import { job, member } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { type Cast, makeJob, type MadeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { see } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { addOpening } from "./add-opening.ts";
import { createJob } from "./create.ts";
import type { CreateJobInput, SetTeamInput } from "./schemas.ts";
import { setTeam } from "./set-team.ts";
import { updateJob } from "./update.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

type NewJob = z.infer<typeof CreateJobInput>;
const create = (changed: Partial<NewJob> = {}, actor: Member = cast.recruiter) =>
  command(harness, org, actor, "job.create", createJob, {
    title: "Platform Engineer",
    team: "Platform",
    frameworkId: made.frameworkId,
    levelKey: "senior",
    employmentType: "full_time",
    locations: ["DE-BE", "US-CA"],
    confidential: false,
    recruiterDecides: false,
    recruiterId: null,
    managerId: null,
    openings: 2,
    ...changed,
  });

describe("job.create", () => {
  it("makes a draft with its author in the team and its openings", async () => {
    const { jobId, opens } = await create();
    expect(opens).toBe(true);
    const view = await see(harness, org, cast.recruiter, jobId);
    expect(view).toMatchObject({ state: "draft", slug: "platform-engineer", level: "Senior" });
    expect(view.people).toMatchObject([{ name: "recruiter", duty: "recruiter" }]);
    expect(view.openings.map((one) => [one.number, one.state])).toEqual([
      [1, "open"],
      [2, "open"],
    ]);
    expect(view.checklist.find((item) => item.key === "team")?.sentence).toContain(
      "a hiring manager",
    );
    const entries = (await auditTrail(harness, org.id)).filter((one) => one.subjectId === jobId);
    expect(entries.map((one) => one.action)).toEqual(["job.create"]);
  });

  it("gives each of 5 jobs of one title an address of its own, created at once", async () => {
    await Promise.all(Array.from({ length: 5 }, () => create({ title: "Señor Dév/Ops" })));
    const rows = await harness.within(org.id, (tx) =>
      tx.select({ slug: job.slug }).from(job).where(eq(job.title, "Señor Dév/Ops")),
    );
    expect(new Set(rows.map((row) => row.slug)).size).toBe(5);
    expect(rows.map((row) => row.slug)).toContain("senor-dev-ops");
  });

  it("refuses a level, a framework and people that do not fit", async () => {
    expect(await refusal(create({ levelKey: "wizard" }))).toBe("JOB_LEVEL_UNKNOWN");
    expect(await refusal(create({ frameworkId: made.jobId }))).toBe("NOT_FOUND");
    expect(await refusal(create({ managerId: cast.interviewer.memberId }))).toBe("TEAM_MEMBER");
    expect(await refusal(create({ managerId: made.jobId }))).toBe("NOT_FOUND");
    for (const actor of [cast.interviewer, cast.coordinator, cast.engineer, cast.auditor]) {
      expect(await refusal(create({}, actor))).toBe("FORBIDDEN");
    }
  });
});

describe("job.update", () => {
  it("changes the head, in this organization, by a lead, until the job is closed", async () => {
    const { jobId } = await create();
    const head = {
      jobId,
      title: "Platform Engineer (storage)",
      team: "Storage",
      levelKey: "engineer",
      employmentType: "part_time" as const,
      locations: ["FR"],
      confidential: true,
      recruiterDecides: true,
    };
    const update = (actor: Member, where: Org = org) =>
      command(harness, where, actor, "job.update", updateJob, head);
    expect(await refusal(update(cast.admin))).toBe("FORBIDDEN");
    expect(await update(cast.recruiter)).toMatchObject({ team: "Storage", level: "Engineer" });
    const other = await makeOrg(harness);
    expect(await refusal(update(other.cast.recruiter, other.org))).toBe("NOT_FOUND");
    await harness.within(org.id, (tx) =>
      tx.update(job).set({ state: "closed" }).where(eq(job.id, jobId)),
    );
    expect(await refusal(update(cast.recruiter))).toBe("JOB_STATE");
  });
});

describe("job.setTeam", () => {
  type Seats = z.infer<typeof SetTeamInput>["team"];
  const set = (jobId: string, team: Seats, actor: Member = cast.recruiter) =>
    command(harness, org, actor, "job.setTeam", setTeam, { jobId, team });
  const both = (): Seats => [
    { memberId: cast.recruiter.memberId, duty: "recruiter" },
    { memberId: cast.manager.memberId, duty: "hiring_manager" },
  ];

  it("names recruiter and hiring manager at least, each with a fitting role", async () => {
    const { jobId } = await create();
    expect(await refusal(set(jobId, both().slice(0, 1)))).toBe("TEAM_INCOMPLETE");
    expect(await refusal(set(jobId, []))).toBe("TEAM_INCOMPLETE");
    const wrong = { memberId: cast.engineer.memberId, duty: "recruiter" as const };
    expect(await refusal(set(jobId, [...both(), wrong]))).toBe("TEAM_MEMBER");
    const seats: Seats = [
      ...both(),
      { memberId: cast.substitute.memberId, duty: "substitute" },
      { memberId: cast.engineer.memberId, duty: "interviewer" },
      { memberId: cast.engineer.memberId, duty: "interviewer" },
    ];
    const view = await set(jobId, seats);
    expect(view.people.map((one) => one.duty).toSorted()).toEqual([
      "hiring_manager",
      "interviewer",
      "recruiter",
      "substitute",
    ]);
    expect(await refusal(set(jobId, both(), cast.otherRecruiter))).toBe("FORBIDDEN");
    expect((await set(jobId, both(), cast.admin)).people).toHaveLength(2);
  });

  it("refuses who is no active member, and who is of another organization", async () => {
    const { jobId } = await create();
    const third = { memberId: cast.third.memberId, duty: "interviewer" as const };
    await harness.within(org.id, (tx) =>
      tx.update(member).set({ state: "disabled" }).where(eq(member.id, third.memberId)),
    );
    expect(await refusal(set(jobId, [...both(), third]))).toBe("TEAM_MEMBER");
    await harness.within(org.id, (tx) =>
      tx.update(member).set({ state: "active" }).where(eq(member.id, third.memberId)),
    );
    const other = await makeOrg(harness);
    const theirs = { memberId: other.cast.manager.memberId, duty: "interviewer" as const };
    expect(await refusal(set(jobId, [...both(), theirs]))).toBe("NOT_FOUND");
  });
});

describe("job.addOpening", () => {
  it("numbers the seats one after the other, also 8 at once", async () => {
    const { jobId } = await create();
    const add = (actor: Member = cast.recruiter) =>
      command(harness, org, actor, "job.addOpening", addOpening, { jobId });
    await Promise.all(Array.from({ length: 8 }, () => add()));
    const view = await see(harness, org, cast.recruiter, jobId);
    expect(view.openings.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await refusal(add(cast.admin))).toBe("FORBIDDEN");
  });
});

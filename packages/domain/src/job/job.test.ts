import { application, job, jobPost, member } from "@rubric/db/schema";
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
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { fullPost, see } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { runCommand } from "../execution/index.ts";
import { addOpening } from "./add-opening.ts";
import { createJob } from "./create.ts";
import { listJobs } from "./list.ts";
import { publishPost } from "./publish-post.ts";
import { savePost } from "./save-post.ts";
import type { CreateJobInput, ListJobsInput, PostContent, SetTeamInput } from "./schemas.ts";
import { setTeam } from "./set-team.ts";
import { unpublishDue } from "./unpublish-due.ts";
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
const list = (actor: Member, filter: Partial<z.infer<typeof ListJobsInput>> = {}) =>
  query(harness, org, actor, "job.list", listJobs, {
    states: [],
    search: null,
    mine: false,
    ...filter,
  });
const ids = async (actor: Member) => (await list(actor)).jobs.map((row) => row.id);

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
    const found = await list(cast.recruiter, { search: "storage", states: ["closed"] });
    expect(found.jobs.map((job) => job.team)).toEqual(["Storage"]);
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

describe("job posts (law 8)", () => {
  const save = (post: PostContent, jobId = made.jobId, actor: Member = cast.recruiter) =>
    command(harness, org, actor, "job.savePost", savePost, { jobId, post });
  const publish = (jobId: string, postId: string) =>
    command(harness, org, cast.recruiter, "job.publishPost", publishPost, { jobId, postId });
  const lacking: [string, Partial<PostContent>][] = [
    ["a title", { title: " " }],
    ["a text", { body: "" }],
    ["a pay range", { pay: null }],
    ["a place", { locations: [] }],
    ["a privacy notice", { privacyNotice: "" }],
    ["a closing date", { closingDate: null }],
    ["a closing date that is not past", { closingDate: "2020-01-01" }],
  ];
  it.each(lacking)("are not published without %s", async (what, changed) => {
    const { jobId } = await makeJob(harness, { org, cast });
    const view = await save({ ...fullPost, ...changed }, jobId);
    const [post] = view.posts;
    expect(post?.may.publish?.sentence).toContain(what);
    expect(view.checklist.find((item) => item.key === "post")?.done).toBe(false);
    expect(await refusal(publish(jobId, post?.id ?? ""))).toBe("POST_NOT_READY");
  });

  it("have a range from low to high", async () => {
    const pay = { minMinor: 2, maxMinor: 1, currency: "EUR" };
    expect(await refusal(save({ ...fullPost, pay }))).toBe("PAY_RANGE_REVERSED");
    expect(await refusal(save(fullPost, made.jobId, cast.otherRecruiter))).toBe("FORBIDDEN");
  });

  it("come down by the system once the closing date is past in the organization's zone", async () => {
    const { jobId } = await makeJob(harness, { org, cast });
    const view = await save({ ...fullPost, closingDate: "2998-06-15" }, jobId);
    await publish(jobId, view.posts[0]?.id ?? "");
    const due = async (at: string) => {
      harness.setClock(new Date(at));
      let count = 0;
      await runCommand(
        harness.deps,
        {
          org,
          origin: { ip: "", requestId: "worker", userAgent: "" },
          key: null,
          actor: async () => ({ kind: "system", job: "worker" }),
        },
        {
          permission: "job.unpublishDue",
          subjectId: null,
          input: {},
          key: "none",
          audit: "one",
          parse: () => null,
        },
        async (ctx) => {
          count = await unpublishDue(ctx);
          if (count === 0) ctx.audit({ subject: { kind: "test", id: "none" } });
        },
      ).finally(() => harness.setClock(null));
      return count;
    };
    expect(await due("2998-06-15T23:59:00.000Z")).toBe(0);
    expect(await due("2998-06-16T00:00:00.000Z")).toBe(1);
    expect(await due("2998-06-16T00:00:00.000Z")).toBe(0);
    const rows = await harness.within(org.id, (tx) =>
      tx.select().from(jobPost).where(eq(jobPost.jobId, jobId)),
    );
    expect(rows.map((row) => [row.state, row.unpublishedReason])).toEqual([
      ["unpublished", "The closing date is past."],
    ]);
  });
});

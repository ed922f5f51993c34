import { withinOrg } from "@rubric/api/demo/organization";
import { newId } from "@rubric/db";
import {
  application,
  applicationEvent,
  applicationStage,
  candidate,
  deadline,
  hiringTeam,
  interview,
  job,
  jobPost,
  member,
  opening,
  question,
  requisition,
  scorecard,
  session,
} from "@rubric/db/schema";
import { keepTerms } from "@rubric/domain/candidate";
import { eq } from "drizzle-orm";
import { analyze } from "../database.ts";
import { daysAgo } from "../setup-org.ts";
import type { Listed } from "./filled.ts";

const ROWS = 500;
/** How many of the applications have come to the first call. */
const CALLED = 250;
const INTERVIEWERS = 60;

/** 500 of everything that a page may list. Written as rows: by commands it would take minutes. */
export async function fillWith500(full: Listed): Promise<void> {
  const { db, org } = full;
  await withinOrg(db, org.id, async (tx) => {
    await fillPipeline(tx, full);
    await fillJobs(tx, full);
    await fillPeople(tx, full);
    await fillRest(tx, full);
  });
  await analyze();
}

type Tx = Parameters<Parameters<typeof withinOrg>[2]>[0];

async function fillPipeline(tx: Tx, full: Listed): Promise<void> {
  const orgId = full.org.id;
  const [model] = await tx.select().from(application).where(eq(application.id, full.freshId));
  const [call] = await tx.select().from(interview).where(eq(interview.id, full.interviewId));
  if (model === undefined || call === undefined) throw new Error("There is nothing to go by.");
  const people = times(ROWS, (index) => ({
    orgId,
    id: newId(),
    email: `person-${index}@${full.slug}.example`,
    name: `Person Number${index}`,
    phone: "",
    headline: "Backend engineer, parcels",
    location: "Berlin",
    links: [],
    createdAt: daysAgo(15),
  }));
  await tx.insert(candidate).values(people);
  await keepTerms(tx, orgId, people);
  const applications = people.map((one, index) => ({
    ...model,
    id: newId(),
    candidateId: one.id,
    cvFileId: null,
    stageId: index < CALLED ? call.stageId : model.stageId,
    pinnedAt: index < CALLED ? daysAgo(9) : null,
    enteredStageAt: daysAgo(1 + (index % 14)),
  }));
  await tx.insert(application).values(applications);
  await tx.insert(applicationStage).values(
    applications.map((one) => ({
      orgId,
      applicationId: one.id,
      stageId: one.stageId,
      enteredAt: one.enteredStageAt,
    })),
  );
  const calls = applications.slice(0, CALLED).map((one, index) => ({
    ...call,
    id: newId(),
    applicationId: one.id,
    startsAt: daysAgo(-1 - (index % 20)),
    endsAt: new Date(daysAgo(-1 - (index % 20)).getTime() + 45 * 60_000),
  }));
  await tx.insert(interview).values(calls);
  await tx.insert(scorecard).values(
    calls.map((one) => ({
      orgId,
      id: newId(),
      interviewId: one.id,
      applicationId: one.applicationId,
      stageId: one.stageId,
      authorId: full.cast.first.memberId,
      shadow: false,
      state: "assigned" as const,
      draftRevision: 0,
      version: 0,
      countsToQuorum: false,
      assignedAt: daysAgo(2),
    })),
  );
  await tx.insert(applicationEvent).values(
    times(ROWS, (index) => ({
      orgId,
      id: newId(),
      applicationId: full.owedId,
      at: daysAgo(12 - index / 100),
      kind: index % 2 === 0 ? "application.held" : "application.resumed",
      memberId: full.cast.recruiter.memberId,
      sealed: false,
      facts: { reason: "Waits for an answer." },
    })),
  );
}

async function fillJobs(tx: Tx, full: Listed): Promise<void> {
  const orgId = full.org.id;
  const [model] = await tx.select().from(job).where(eq(job.id, full.jobId));
  const [post] = await tx.select().from(jobPost).where(eq(jobPost.jobId, full.jobId));
  if (model === undefined || post === undefined) throw new Error("There is nothing to go by.");
  const jobs = times(ROWS, (index) => ({
    ...model,
    id: newId(),
    slug: `job-${index}`,
    title: `Backend Engineer ${index}`,
  }));
  await tx.insert(job).values(jobs);
  await tx.insert(hiringTeam).values(
    jobs.map(({ id }) => ({
      orgId,
      jobId: id,
      memberId: full.cast.manager.memberId,
      duty: "hiring_manager" as const,
    })),
  );
  await tx
    .insert(jobPost)
    .values(jobs.map(({ id, title }) => ({ ...post, id: newId(), jobId: id, title })));
  await tx.insert(requisition).values(
    jobs.map(({ id, title, frameworkId, levelKey, locations }, index) => ({
      orgId,
      id: newId(),
      number: index + 1,
      state: "pending" as const,
      title,
      frameworkId,
      levelKey,
      locations,
      seats: 1,
      reason: "One more is needed.",
      jobId: id,
      authorId: full.cast.recruiter.memberId,
      approvalRound: 1,
      createdAt: daysAgo(20),
    })),
  );
  await tx.insert(opening).values(
    jobs.map(({ id }) => ({
      orgId,
      id: newId(),
      jobId: id,
      number: 1,
      state: "open" as const,
      createdAt: daysAgo(20),
    })),
  );
}

async function fillPeople(tx: Tx, full: Listed): Promise<void> {
  const orgId = full.org.id;
  const members = times(ROWS, (index) => ({
    orgId,
    id: newId(),
    name: `Member Number${index}`,
    email: `member-${index}@${full.slug}.test`,
    title: "Engineer",
    roles: ["interviewer"],
    state: "invited" as const,
    createdAt: daysAgo(4),
  }));
  await tx.insert(member).values(members);
  await tx.insert(hiringTeam).values(
    members.slice(0, INTERVIEWERS).map(({ id }) => ({
      orgId,
      jobId: full.jobId,
      memberId: id,
      duty: "interviewer" as const,
    })),
  );
}

async function fillRest(tx: Tx, full: Listed): Promise<void> {
  const [model] = await tx.select().from(question).limit(1);
  if (model === undefined) throw new Error("There is nothing to go by.");
  await tx.insert(question).values(
    times(ROWS, (index) => ({
      ...model,
      id: newId(),
      text: `What did you change the ${index}th time it failed?`,
    })),
  );
  await tx.insert(deadline).values(
    times(ROWS, (index) => ({
      orgId: full.org.id,
      id: newId(),
      kind: "own",
      subjectKind: "job",
      subjectId: full.jobId,
      origin: String(index),
      jobId: full.jobId,
      title: `Look at the post once more, for the ${index}th time`,
      note: "",
      setBy: [],
      startsAt: daysAgo(5),
      dueAt: daysAgo(2 - index / 20),
      ownerId: full.cast.recruiter.memberId,
      reassignReason: "",
      state: "open" as const,
      recordedBy: full.cast.recruiter.memberId,
      createdAt: daysAgo(5),
    })),
  );
  await tx.insert(session).values(
    times(ROWS, (index) => ({
      id: `${full.slug}-${index}`,
      accountId: full.cast.manager.accountId,
      createdAt: daysAgo(3),
      expiresAt: daysAgo(-20),
      lastSeenAt: daysAgo(1),
      userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      ip: "192.0.2.7",
    })),
  );
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

import { newId } from "@rubric/db";
import {
  application,
  frameworkVersion,
  growthPlan,
  libraryVersion,
  link,
  offer,
  review,
} from "@rubric/db/schema";
import type { Member, Org } from "@rubric/domain/context";
import { newToken, tokenHash } from "@rubric/domain/identity";
import { and, eq, max } from "drizzle-orm";
import {
  type Cast,
  type MadeJob,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
} from "../../../packages/domain/test/factories.ts";
import { makeRequisition } from "../../../packages/domain/test/requisitions.ts";
import type { TestApi } from "./api.ts";

type SubjectId =
  | "jobId"
  | "applicationId"
  | "interviewId"
  | "scorecardId"
  | "offerId"
  | "requisitionId"
  | "candidateId"
  | "memberId"
  | "reviewId"
  | "planId";

/** One application with everything that hangs on it, each a subject of some procedure. */
export type Subjects = Record<SubjectId, string>;

/** An application whose interview, scorecard and offer name these two people. */
export async function makeSubjects(
  api: TestApi,
  org: Org,
  made: MadeJob,
  people: { author: Member; approver: Member; writer: Member; grows?: Member },
): Promise<Subjects> {
  const { applicationId, candidateId } = await makeApplication(api, org, made, { stage: "loop" });
  const { interviewId, scorecardIds } = await makeInterview(
    api,
    org,
    made,
    applicationId,
    "loopA",
    [people.author],
  );
  const offerId = newId();
  await api.within(org.id, async (tx) => {
    await tx.insert(offer).values({
      orgId: org.id,
      id: offerId,
      applicationId,
      jobId: made.jobId,
      number: 1,
      state: "pending",
      levelKey: "senior",
      amountMinor: 9_000_000,
      currency: "EUR",
      startDate: "2030-01-01",
      expiresAt: new Date("2030-01-01"),
      conditions: "",
      rangeReason: "",
      authorId: people.writer.memberId,
      approverId: people.approver.memberId,
      answer: "",
      createdAt: new Date(),
    });
  });
  const scorecardId = scorecardIds[0] ?? "";
  const requisitionId = await makeRequisition(
    { harness: api, org, made },
    { state: "pending", author: people.author, approvers: [people.approver] },
  );
  const of = { jobId: made.jobId, applicationId, interviewId, scorecardId };
  const { memberId } = people.grows ?? people.author;
  const reviewId = await makeReview(api, org, made, memberId);
  const planId = await makeEndedPlan(api, org, made, memberId);
  return { ...of, offerId, requisitionId, candidateId, memberId, reviewId, planId };
}

/** A review of a member that was cancelled, so that there may be another. */
async function makeReview(
  api: TestApi,
  org: Org,
  made: MadeJob,
  memberId: string,
): Promise<string> {
  const [id, at] = [newId(), new Date()];
  await api.within(org.id, (tx) =>
    tx.insert(review).values({
      orgId: org.id,
      id,
      memberId,
      versionId: made.versionId,
      levelId: made.levelIds[0] ?? "",
      openedAt: at,
      dueAt: at,
      state: "cancelled",
      closedAt: at,
      outcome: "",
      answer: "",
    }),
  );
  return id;
}

/** A plan of a member that was ended, so that there may be another. */
async function makeEndedPlan(
  api: TestApi,
  org: Org,
  made: MadeJob,
  memberId: string,
): Promise<string> {
  const [id, libraryVersionId, at] = [newId(), newId(), new Date()];
  await api.within(org.id, async (tx) => {
    const [version] = await tx
      .select({ frameworkId: frameworkVersion.frameworkId })
      .from(frameworkVersion)
      .where(and(eq(frameworkVersion.orgId, org.id), eq(frameworkVersion.id, made.versionId)));
    const of = { orgId: org.id, frameworkId: version?.frameworkId ?? "" };
    const [{ number } = { number: null }] = await tx
      .select({ number: max(libraryVersion.number) })
      .from(libraryVersion)
      .where(
        and(eq(libraryVersion.orgId, of.orgId), eq(libraryVersion.frameworkId, of.frameworkId)),
      );
    await tx.insert(libraryVersion).values({
      ...of,
      id: libraryVersionId,
      number: (number ?? 0) + 1,
      name: "",
      summary: "",
      items: [],
      importedBy: memberId,
      importedAt: at,
    });
    const [last] = await tx
      .select({ number: max(growthPlan.number) })
      .from(growthPlan)
      .where(and(eq(growthPlan.orgId, org.id), eq(growthPlan.memberId, memberId)));
    await tx.insert(growthPlan).values({
      orgId: org.id,
      id,
      memberId,
      number: (last?.number ?? 0) + 1,
      state: "ended",
      revision: 1,
      frameworkVersionId: made.versionId,
      libraryVersionId,
      levelId: made.levelIds[0] ?? "",
      goal: "promotion",
      path: [],
      technologies: [],
      weeks: 12,
      hoursAWeek: 4,
      startOn: "2026-01-05",
      gaps: [],
      done: [],
      kept: [],
      without: [],
      leftOut: [],
      madeBy: memberId,
      createdAt: at,
      endedAt: at,
      endReason: "",
    });
  });
  return id;
}

/** Ids of the right form that stand for nothing. */
export function missing(): Subjects {
  return {
    jobId: newId(),
    applicationId: newId(),
    interviewId: newId(),
    scorecardId: newId(),
    offerId: newId(),
    requisitionId: newId(),
    candidateId: newId(),
    memberId: newId(),
    reviewId: newId(),
    planId: newId(),
  };
}

/** The secret of a candidate's own page. */
export async function linkOf(api: TestApi, org: Org, candidateId: string): Promise<string> {
  const token = newToken();
  await api.within(org.id, (tx) =>
    tx.insert(link).values({
      tokenHash: tokenHash(token),
      kind: "candidate",
      orgId: org.id,
      subjectId: candidateId,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 86_400_000),
    }),
  );
  return token;
}

export type World = {
  org: Org;
  cast: Cast;
  job: MadeJob;
  /** Of the same job, with others named. */
  anothers: Subjects;
  /** Of a job that others lead, and of a confidential one. */
  anotherJobs: Subjects;
  confidential: Subjects;
  anotherOrganizations: Subjects;
  otherOrg: Org;
};

/** Two organizations; in the first, a job led by the cast and two that others lead. */
export async function makeWorld(api: TestApi): Promise<World> {
  const { org, cast } = await makeOrg(api);
  const job = await makeJob(api, { org, cast });
  const { second, third } = cast;
  const elsewhere: Cast = {
    ...cast,
    recruiter: second,
    manager: third,
    substitute: third,
    coordinator: second,
    interviewer: third,
  };
  const people = { author: third, approver: second, writer: third, grows: third };
  const made = async (options: { confidential?: boolean }) =>
    makeSubjects(api, org, await makeJob(api, { org, cast: elsewhere }, options), people);
  const other = await makeOrg(api);
  return {
    org,
    cast,
    job,
    anothers: await makeSubjects(api, org, job, people),
    anotherJobs: await made({}),
    confidential: await made({ confidential: true }),
    anotherOrganizations: await makeSubjects(api, other.org, await makeJob(api, other), {
      author: other.cast.interviewer,
      approver: other.cast.approver,
      writer: other.cast.recruiter,
      grows: other.cast.engineer,
    }),
    otherOrg: other.org,
  };
}

/** Makes the member's own application to the job, by their relation to the candidate. */
export async function applicationState(
  api: TestApi,
  org: Org,
  applicationId: string,
  state: "active" | "withdrawn",
): Promise<void> {
  await api.within(org.id, (tx) =>
    tx
      .update(application)
      .set({ state })
      .where(and(eq(application.orgId, org.id), eq(application.id, applicationId))),
  );
}

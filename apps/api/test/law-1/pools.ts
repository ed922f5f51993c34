import {
  application,
  decision,
  interview,
  jobPost,
  offer,
  scorecard,
  stage,
  webhookDelivery,
} from "@rubric/db/schema";
import type { StaffMember } from "@rubric/domain/context";
import { NO_STATEMENTS } from "@rubric/domain/job/schemas";
import { and, asc, eq } from "drizzle-orm";
import { missing } from "../world.ts";
import type { Pool } from "./fitting-inputs.ts";
import type { SealedWorld } from "./world.ts";

const HALVES = [
  { key: "as_now", weight: 50 },
  { key: "new", weight: 50 },
];

/** What a member's call in this world can be about: one pool for each application of the candidate. */
export async function poolsOf(world: SealedWorld, member: StaffMember): Promise<Pool[]> {
  const pools: Pool[] = [];
  for (const id of world.applicationIds) pools.push(await poolOf(world, member, id));
  return pools;
}

async function poolOf(
  world: SealedWorld,
  asking: StaffMember,
  applicationId: string,
): Promise<Pool> {
  const { people, words } = world.story;
  const { org, cast, jobs } = people;
  const { scorecards, ...ids } = await belongingsOf(world, applicationId);
  // Of the many who owe alike, the one who asks and one other.
  const owing = Object.values(people.owing).map((one) => one.memberId);
  const alike = owing.filter((id) => id !== asking.memberId).slice(1);
  const scorecardId = scorecards.filter(({ by }) => !alike.includes(by)).map(({ id }) => id);
  const made = jobs.find((one) => one.jobId === ids.jobId) ?? jobs[0];
  const member = [cast.engineer.memberId];
  const nothing = [missing().jobId];
  return {
    ...ids,
    applicationId: [applicationId],
    otherApplicationId: world.applicationIds.filter((id) => id !== applicationId),
    jobId: [made.jobId],
    toJobId: jobs.map((one) => one.jobId),
    // Whoever goes back to a judged stage must decide it again, and reads it to decide it (law 1).
    toStageId: [made.stages.review],
    scorecardId,
    candidateId: [world.candidateId],
    planInterviewId: Object.values(made.planInterviews),
    criterionId: made.criterionIds,
    criterionIds: [made.criterionIds],
    levelKey: ["senior"],
    frameworkId: [made.frameworkId],
    frameworkVersionId: [made.versionId],
    versionId: [made.versionId, world.versionId],
    beforeId: [made.versionId],
    afterId: [made.versionId],
    competencyId: made.competencyIds,
    levelId: made.levelIds,
    questionId: made.questionIds,
    openingId: made.openingIds,
    draftId: [made.planId],
    memberId: [...member, ...world.growth.grown.map((one) => one.memberId)],
    memberIds: [member],
    reviewId: world.growth.reviewIds,
    fromId: made.levelIds,
    toId: made.levelIds,
    requisitionId: [world.requisitionId],
    approverId: [cast.approver.memberId],
    interviewers: [member],
    in: member,
    out: [cast.interviewer.memberId],
    team: [[]],
    adjustmentId: nothing,
    fileId: nothing,
    packId: nothing,
    statements: [NO_STATEMENTS],
    sessionId: ["0".repeat(64)],
    tokenId: nothing,
    serviceId: [null],
    holdId: nothing,
    poolMonths: [12],
    weeks: [8],
    startOn: [new Date().toISOString().slice(0, 10)],
    days: [90],
    timeZone: ["UTC"],
    uploadId: nothing,
    ...world.growth.ids,
    bandId: nothing,
    exceptionId: nothing,
    conditionId: nothing,
    byMemberId: member,
    standInId: [null],
    groups: [[]],
    benefits: [[]],
    conditionList: [[]],
    recruiterId: [cast.recruiter.memberId],
    managerId: [cast.manager.memberId],
    previous: [words.plant("debrief.saveNotes", "notes")],
    action: ["scorecard.submit", "debrief.decide", "offer.draft"],
    actorId: [people.writers.manager.memberId],
    subjectId: [...world.applicationIds, world.candidateId],
    deadlineId: nothing,
    endpointId: [world.endpointId],
    from: ["shadow", "trial"],
    deliveryId: await deliveriesOf(world),
    events: [["job.opened"]],
    experimentId: [world.experimentId],
    rule: ["application.rejectionDelay"],
    variants: [HALVES],
    blind: nothing,
    since: ["2000-01-01T00:00:00.000Z"],
    slug: [org.slug],
    address: [org.slug],
    email: ["casey@people.test"],
    query: ["Casey", "", `[${words.mark}`, words.mark],
    search: ["Casey", `[${words.mark}`],
  };
}

/** What was sent of all that happened, in the order in which it did. */
async function deliveriesOf({ story: { api, people } }: SealedWorld): Promise<string[]> {
  const rows = await api.within(people.org.id, (tx) =>
    tx
      .select({ id: webhookDelivery.id })
      .from(webhookDelivery)
      .where(eq(webhookDelivery.orgId, people.org.id))
      .orderBy(asc(webhookDelivery.id)),
  );
  if (rows.length < 10) throw new Error("Too little was told to the world outside.");
  return rows.map(({ id }) => id);
}

/** The ids of everything that hangs on an application, in the order in which it came about. */
async function belongingsOf({ story }: SealedWorld, applicationId: string) {
  const { api, people } = story;
  const orgId = people.org.id;
  return api.within(orgId, async (tx) => {
    const [row] = await tx
      .select()
      .from(application)
      .where(and(eq(application.orgId, orgId), eq(application.id, applicationId)));
    if (row === undefined) throw new Error("There is no such application.");
    const of = <T extends typeof interview | typeof scorecard | typeof offer | typeof decision>(
      table: T,
    ) => and(eq(table.orgId, orgId), eq(table.applicationId, applicationId));
    const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
    const stages = await tx
      .select({ id: stage.id })
      .from(stage)
      .where(and(eq(stage.orgId, orgId), eq(stage.planId, row.planId)))
      .orderBy(asc(stage.position));
    const posts = await tx
      .select({ id: jobPost.id })
      .from(jobPost)
      .where(and(eq(jobPost.orgId, orgId), eq(jobPost.jobId, row.jobId)));
    return {
      jobId: row.jobId,
      // The stage that it is in comes first.
      stageId: [row.stageId, ...idsOf(stages).filter((id) => id !== row.stageId)],
      postId: [...idsOf(posts), missing().jobId],
      interviewId: idsOf(
        await tx.select().from(interview).where(of(interview)).orderBy(asc(interview.id)),
      ),
      scorecards: await tx
        .select({ id: scorecard.id, by: scorecard.authorId })
        .from(scorecard)
        .where(of(scorecard))
        .orderBy(asc(scorecard.id)),
      offerId: [
        ...idsOf(await tx.select().from(offer).where(of(offer)).orderBy(asc(offer.number))),
        missing().offerId,
      ],
      decisionId: [
        ...idsOf(
          await tx.select().from(decision).where(of(decision)).orderBy(asc(decision.decidedAt)),
        ),
        missing().offerId,
      ],
    };
  });
}

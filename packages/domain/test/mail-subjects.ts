import { newId } from "@rubric/db";
import {
  applicationEvent,
  deadline,
  departure,
  growthPlan,
  libraryVersion,
  member,
  offer,
  offerException,
  review,
  webhookEndpoint,
} from "@rubric/db/schema";
import { z } from "zod";
import type { World } from "./deciding.ts";
import { makeApplication, makeInterview } from "./factories.ts";
import type { Harness } from "./harness.ts";
import { makeRequisition } from "./requisitions.ts";

/** One row of each kind that an e-mail may be about, in the state in which it is. */
export async function mailSubjects({ harness, org, cast, made }: World) {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "screen",
    name: "Casey <script>alert(1)</script>",
  });
  const { interviewId, scorecardIds } = await makeInterview(
    harness,
    org,
    made,
    applicationId,
    "screen",
    [cast.interviewer],
    { startsAt: new Date("2030-03-05T13:00:00.000Z") },
  );
  const invitedId = newId();
  const messageId = newId();
  const at = new Date();
  const endpointId = newId();
  const deadlineId = newId();
  const leftId = newId();
  const offers: Record<string, string> = {};
  await harness.within(org.id, async (tx) => {
    await tx.insert(member).values({
      orgId: org.id,
      id: invitedId,
      name: "Ida Invited",
      email: `${invitedId}@people.test`,
      title: "",
      roles: ["interviewer"],
      state: "invited",
      createdAt: at,
    });
    await tx.insert(member).values({
      orgId: org.id,
      id: leftId,
      name: "Lee Left",
      email: `${leftId}@people.test`,
      title: "",
      roles: ["engineer"],
      state: "disabled",
      createdAt: at,
    });
    const eraseAfter = new Date(at.getTime() + 30 * 86_400_000);
    await tx
      .insert(departure)
      .values({ orgId: org.id, memberId: leftId, leftAt: at, eraseAfter, erasedAt: null });
    await tx.insert(applicationEvent).values({
      orgId: org.id,
      id: messageId,
      applicationId,
      at,
      kind: "application.messaged",
      memberId: cast.recruiter.memberId,
      sealed: true,
      facts: { text: "Bring <script>alert(1)</script> along.", nextWordAt: at.toISOString() },
    });
    await tx.insert(applicationEvent).values({
      orgId: org.id,
      id: newId(),
      applicationId,
      at,
      kind: "interview.passed_on",
      memberId: cast.recruiter.memberId,
      sealed: false,
      facts: {
        interviewId,
        name: "Screen",
        outId: cast.second.memberId,
        inId: cast.interviewer.memberId,
        out: "Second <script>alert(1)</script>",
        in: "Interviewer",
      },
    });
    await tx.insert(webhookEndpoint).values({
      orgId: org.id,
      id: endpointId,
      url: "https://hooks.example/rubric?<script>alert(1)</script>",
      description: "",
      events: ["job.opened"],
      state: "off",
      offReason: "failing",
      secret: "whsec_AAAA",
      delivered: 0,
      failed: 1,
      createdBy: cast.admin.memberId,
      createdAt: at,
    });
    await tx.insert(deadline).values({
      orgId: org.id,
      id: deadlineId,
      kind: "next_word",
      subjectKind: "application",
      subjectId: applicationId,
      origin: "",
      jobId: made.jobId,
      applicationId,
      candidateId,
      title: "",
      note: "",
      setBy: [],
      startsAt: at,
      dueAt: at,
      ownerId: cast.recruiter.memberId,
      reassignReason: "They know <script>alert(1)</script>.",
      state: "open",
      createdAt: at,
    });
    const states = ["pending", "approved", "sent", "expired", "declined"] as const;
    for (const [index, state] of states.entries()) {
      const id = newId();
      offers[state] = id;
      await tx.insert(offer).values({
        orgId: org.id,
        id,
        applicationId,
        jobId: made.jobId,
        number: index + 1,
        state,
        levelKey: "senior",
        amountMinor: 6_500_000,
        currency: "EUR",
        startDate: "2030-01-01",
        expiresAt: at,
        conditions: "",
        rangeReason: "",
        answer: "",
        authorId: cast.recruiter.memberId,
        approverId: cast.approver.memberId,
        createdAt: at,
      });
    }
    for (const [offerState, state] of [
      ["pending", "asked"],
      ["approved", "approved"],
    ] as const) {
      const answered = state === "approved";
      await tx.insert(offerException).values({
        orgId: org.id,
        id: newId(),
        offerId: offers[offerState] ?? "",
        state,
        baseMinor: 6_500_000,
        withVariableMinor: 6_500_000,
        totalMinor: 6_500_000,
        currency: "EUR",
        reason: "They know <script>alert(1)</script>.",
        authorId: cast.recruiter.memberId,
        askedBy: cast.recruiter.memberId,
        askedAt: at,
        answeredBy: answered ? cast.approver.memberId : null,
        answeredAt: answered ? at : null,
        answerReason: answered ? "Fair." : "",
      });
    }
  });
  const asked = { author: cast.recruiter, approvers: [cast.approver] };
  const world = { harness, org, made };
  const requisitions = {
    pending: await makeRequisition(world, { ...asked, state: "pending" }),
    approved: await makeRequisition(world, { ...asked, state: "approved" }),
    cancelled: await makeRequisition(world, { ...asked, state: "cancelled" }),
  };
  const reviews = { open: newId(), closed: newId() };
  await harness.within(org.id, (tx) =>
    tx.insert(review).values(
      (["open", "closed"] as const).map((state) => ({
        orgId: org.id,
        id: reviews[state],
        memberId: invitedId,
        versionId: made.versionId,
        levelId: made.levelIds[0] ?? "",
        openedAt: at,
        dueAt: at,
        state,
        closedAt: state === "open" ? null : at,
        outcome: "",
        answer: "",
      })),
    ),
  );
  return {
    requisitions,
    reviews,
    planId: await makeDraft({ harness, org, cast, made }, invitedId),
    applicationId,
    candidateId,
    interviewId,
    scorecardId: scorecardIds[0] ?? "",
    invitedId,
    messageId,
    endpointId,
    deadlineId,
    leftId,
    offers,
  };
}

/** The draft of a plan without an item; its id. */
async function makeDraft({ harness, org, cast, made }: World, memberId: string): Promise<string> {
  const [libraryId, planId] = [newId(), newId()];
  const at = new Date();
  await harness.within(org.id, async (tx) => {
    await tx.insert(libraryVersion).values({
      orgId: org.id,
      id: libraryId,
      frameworkId: made.frameworkId,
      number: 1 + (await tx.$count(libraryVersion)),
      name: "",
      summary: "",
      items: [],
      importedBy: cast.admin.memberId,
      importedAt: at,
    });
    await tx.insert(growthPlan).values({
      orgId: org.id,
      id: planId,
      memberId,
      number: 1,
      state: "draft",
      revision: 1,
      frameworkVersionId: made.versionId,
      libraryVersionId: libraryId,
      levelId: made.levelIds[0] ?? "",
      goal: "promotion",
      path: [],
      technologies: [],
      weeks: 8,
      hoursAWeek: 4,
      startOn: "2030-01-07",
      gaps: [],
      done: [],
      kept: [],
      without: [],
      leftOut: [],
      madeBy: memberId,
      createdAt: at,
      endReason: "",
    });
  });
  return planId;
}

const Links = z.array(
  z.object({
    tokenHash: z.string(),
    kind: z.string(),
    orgId: z.string().nullable(),
    days: z.coerce.number(),
  }),
);

/** The links that were minted for somebody, as they are kept. */
export async function linksOf(harness: Harness, subjectId: string) {
  const rows = await harness.connection.sql`
    select token_hash as "tokenHash", kind, org_id as "orgId",
      extract(epoch from expires_at - created_at) / 86400 as days
    from identity.link where subject_id = ${subjectId}`;
  return Links.parse([...rows]);
}

import { randomUUID } from "node:crypto";
import { newId } from "@rubric/db";
import {
  adjustment,
  application,
  applicationEvent,
  breakGlass,
  candidate,
  deadline,
  debrief,
  decision,
  deviation,
  feedback,
  feedbackWord,
  file,
  idempotency,
  interview,
  note,
  offer,
  offerCondition,
  offerException,
  relation,
  scorecard,
  scorecardVersion,
  secondRating,
} from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { keepTerms } from "../src/candidate/keep-terms.ts";
import { mintLink } from "../src/identity/links.ts";
import { queueMail } from "../src/mail/queue-mail.ts";
import { submitScorecard } from "../src/scorecard/submit.ts";
import type { World } from "./deciding.ts";
import { fullContent, makeApplication, makeInterview } from "./factories.ts";
import { command } from "./harness.ts";

/** A word for each kind of thing that is held about a person, each to be told from any other text. */
export function plantedStrings() {
  const word = (what: string) => `${what}-${randomUUID()}`;
  return {
    name: word("Name"),
    email: `${word("mail")}@people.test`,
    phone: word("phone"),
    answer: word("answer"),
    cv: word("cv"),
    note: word("note"),
    message: word("message"),
    evidence: word("evidence"),
    debrief: word("debrief"),
    health: word("health"),
    offer: word("offer"),
    decision: word("decision"),
    reason: word("reason"),
    headline: word("headline"),
    location: word("location"),
    link: word("link"),
    resume: word("resume"),
    fileName: word("file"),
    focus: word("focus"),
    excuse: word("excuse"),
    correction: word("correction"),
    deviation: word("deviation"),
    feedback: word("feedback"),
  };
}

/** A person of whom something stands in every table that can hold it. */
export async function plantPerson(
  { harness, org, cast, made }: World,
  planted: ReturnType<typeof plantedStrings>,
) {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
    name: planted.name,
  });
  const { interviewId, scorecardIds } = await makeInterview(
    harness,
    org,
    made,
    applicationId,
    "loopA",
    [cast.interviewer, cast.second],
  );
  const [first = "", second = ""] = scorecardIds;
  await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
    scorecardId: first,
    content: fullContent(made, "yes", planted.evidence),
  });
  const at = new Date();
  const orgId = org.id;
  await harness.within(orgId, async (tx) => {
    const own = { orgId, applicationId };
    await tx
      .update(candidate)
      .set({
        email: planted.email,
        phone: planted.phone,
        headline: planted.headline,
        location: planted.location,
        links: [`https://people.test/${planted.link}`],
        resume: { name: planted.name, work: [{ summary: planted.resume }] },
      })
      .where(and(eq(candidate.orgId, orgId), eq(candidate.id, candidateId)));
    const { name, email, headline } = planted;
    await keepTerms(tx, orgId, [{ id: candidateId, name, email, headline }]);
    const fileId = newId();
    await tx.insert(file).values({
      orgId,
      id: fileId,
      candidateId,
      name: `${planted.fileName}.pdf`,
      mediaType: "application/pdf",
      size: 100,
      sha256: "0".repeat(64),
      bytes: Buffer.from(planted.cv),
      createdAt: at,
    });
    await tx
      .update(application)
      .set({
        cvFileId: fileId,
        answers: [{ key: "why", text: "Why?", answer: planted.answer }],
      })
      .where(and(eq(application.orgId, orgId), eq(application.id, applicationId)));
    await tx.insert(applicationEvent).values({
      ...own,
      id: newId(),
      at,
      kind: "candidate.applied",
      sealed: false,
      facts: { name: planted.name },
    });
    const messageId = newId();
    await tx.insert(applicationEvent).values({
      ...own,
      id: messageId,
      at,
      kind: "application.messaged",
      memberId: cast.recruiter.memberId,
      sealed: true,
      facts: { text: planted.message },
    });
    await tx.insert(note).values({
      ...own,
      id: newId(),
      stageId: made.stages.loop,
      authorId: cast.recruiter.memberId,
      kind: "assessment",
      text: planted.note,
      createdAt: at,
    });
    await tx.insert(adjustment).values({
      ...own,
      id: newId(),
      asked: planted.health,
      effect: planted.health,
      createdAt: at,
    });
    await tx.insert(breakGlass).values({
      ...own,
      id: newId(),
      stageId: made.stages.loop,
      memberId: cast.admin.memberId,
      reason: planted.reason,
      at,
    });
    await tx
      .update(interview)
      .set({ place: planted.reason, focus: planted.focus, stateReason: planted.reason })
      .where(and(eq(interview.orgId, orgId), eq(interview.id, interviewId)));
    await tx
      .update(scorecard)
      .set({
        draft: fullContent(made, "no", planted.evidence),
        state: "draft",
        excusedReason: planted.excuse,
      })
      .where(and(eq(scorecard.orgId, orgId), eq(scorecard.id, second)));
    await tx
      .update(scorecardVersion)
      .set({ reason: planted.correction })
      .where(and(eq(scorecardVersion.orgId, orgId), eq(scorecardVersion.scorecardId, first)));
    await tx.insert(deviation).values({
      ...own,
      id: newId(),
      kind: "skip",
      reason: planted.deviation,
      memberId: cast.manager.memberId,
      at,
    });
    const debriefId = newId();
    await tx.insert(debrief).values({
      ...own,
      id: debriefId,
      stageId: made.stages.loop,
      session: 1,
      state: "closed",
      notes: planted.debrief,
      reason: planted.debrief,
      openedBy: cast.manager.memberId,
      openedAt: at,
    });
    await tx.insert(secondRating).values({
      orgId,
      debriefId,
      scorecardId: first,
      criterionId: made.criterionIds[0] ?? "",
      rating: "no",
      reason: planted.debrief,
      at,
    });
    await tx.insert(decision).values({
      ...own,
      id: newId(),
      stageId: made.stages.loop,
      kind: "offer",
      state: "recorded",
      reason: planted.decision,
      requirement: planted.decision,
      ratingsBefore: [],
      ratingsAfter: [],
      decidedBy: cast.manager.memberId,
      decidedAt: at,
    });
    const offerId = newId();
    await tx.insert(offer).values({
      ...own,
      id: offerId,
      jobId: made.jobId,
      number: 1,
      state: "draft",
      levelKey: "senior",
      amountMinor: 6_500_000,
      currency: "EUR",
      startDate: "2030-01-01",
      expiresAt: at,
      conditions: planted.offer,
      rangeReason: planted.offer,
      equity: planted.offer,
      benefits: [{ name: planted.offer, valueMinor: null }],
      answer: planted.offer,
      authorId: cast.recruiter.memberId,
      approverId: cast.approver.memberId,
      createdAt: at,
    });
    await tx.insert(offerException).values({
      orgId,
      id: newId(),
      offerId,
      state: "refused",
      baseMinor: 6_500_000,
      withVariableMinor: 6_500_000,
      totalMinor: 6_500_000,
      currency: "EUR",
      reason: planted.offer,
      authorId: cast.recruiter.memberId,
      askedBy: cast.recruiter.memberId,
      askedAt: at,
      answeredBy: cast.manager.memberId,
      answeredAt: at,
      answerReason: planted.offer,
    });
    await tx.insert(offerCondition).values({
      orgId,
      id: newId(),
      offerId,
      position: 0,
      kind: "other",
      words: planted.offer,
      afterAcceptance: false,
      state: "met",
      reason: planted.offer,
      settledBy: cast.recruiter.memberId,
      settledAt: at,
    });
    await tx.insert(deadline).values({
      ...own,
      id: newId(),
      jobId: made.jobId,
      candidateId,
      kind: "works_council",
      subjectKind: "application",
      subjectId: applicationId,
      origin: "",
      title: planted.reason,
      note: planted.note,
      reassignReason: planted.reason,
      setBy: [],
      startsAt: at,
      dueAt: at,
      state: "open",
      recordedBy: cast.recruiter.memberId,
      createdAt: at,
    });
    const [competencyId = ""] = made.competencyIds;
    const sent = { sentAt: at, sentBy: cast.recruiter.memberId };
    await tx.insert(feedback).values({ ...own, askedAt: at, draftRevision: 1, ...sent });
    await tx.insert(feedbackWord).values({ ...own, competencyId, text: planted.feedback });
    await tx.insert(relation).values({
      orgId,
      candidateId,
      memberId: cast.third.memberId,
      kind: "relation",
      note: planted.reason,
      createdAt: at,
    });
    await tx.insert(idempotency).values({
      orgId,
      actorId: cast.recruiter.memberId,
      procedure: "candidate.add",
      key: randomUUID(),
      payloadHash: "x",
      answer: { applicationId, name: planted.name },
      createdAt: at,
    });
    await mintLink(tx, { kind: "candidate", orgId, subjectId: candidateId, at, hours: 1 });
    const ctx = { tx, org, clock: at, enqueue: async () => {} };
    const theirs = { recipient: "candidate", recipientId: candidateId } as const;
    await queueMail(ctx, { ...theirs, template: "candidate.applied", subjectId: applicationId });
    await queueMail(ctx, { ...theirs, template: "application.message", subjectId: messageId });
  });
  return { candidateId, applicationId };
}

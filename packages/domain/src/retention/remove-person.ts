import type { Tx } from "@rubric/db";
import {
  adjustment,
  application,
  applicationEvent,
  applicationStage,
  baseline,
  baselineNotice,
  breakGlass,
  candidate,
  candidateTerm,
  deadline,
  debrief,
  decision,
  deviation,
  exposure,
  feedback,
  feedbackWord,
  file,
  interview,
  member,
  note,
  offer,
  offerCondition,
  offerException,
  poolConsent,
  privacyNotice,
  relation,
  scorecard,
  scorecardNote,
  scorecardRating,
  scorecardVersion,
  secondRating,
  selfIdentification,
} from "@rubric/db/schema";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { forgetRaised } from "../requisition/raised.ts";
import type { Belongings } from "./belongings.ts";

/**
 * Removes the person from the product's own tables. What stays is what says nothing of who it was:
 * that an application was there, its steps, times, marks and amounts. Every text that someone
 * wrote about the person or the person wrote goes.
 */
export async function removePerson(tx: Tx, orgId: string, of: Belongings, at: Date): Promise<void> {
  await removeWords(tx, orgId, of);
  await removeDeadlines(tx, orgId, eq(deadline.candidateId, of.candidateId));
  type Own =
    | typeof candidateTerm
    | typeof file
    | typeof relation
    | typeof poolConsent
    | typeof selfIdentification;
  const own = (table: Own) => and(eq(table.orgId, orgId), eq(table.candidateId, of.candidateId));
  await tx.delete(candidateTerm).where(own(candidateTerm));
  await tx.delete(file).where(own(file));
  await tx.delete(relation).where(own(relation));
  await tx.delete(poolConsent).where(own(poolConsent));
  await tx.delete(selfIdentification).where(own(selfIdentification));
  await tx
    .delete(exposure)
    .where(
      and(
        eq(exposure.orgId, orgId),
        inArray(exposure.subjectId, [of.candidateId, ...of.applicationIds]),
      ),
    );
  await removeBaseline(tx, orgId, of.candidateId);
  await tx
    .update(member)
    .set({ candidateId: null })
    .where(and(eq(member.orgId, orgId), eq(member.candidateId, of.candidateId)));
  await tx
    .update(candidate)
    .set({ ...nobody(of.candidateId), erasedAt: at })
    .where(and(eq(candidate.orgId, orgId), eq(candidate.id, of.candidateId)));
}

/**
 * Removes the person from some of their applications, which then belong to someone without a name:
 * their steps, times, marks and amounts still count, and nothing leads back.
 */
export async function anonymise(
  tx: Tx,
  orgId: string,
  of: Belongings,
  nameless: { candidateId: string; at: Date },
): Promise<void> {
  const { candidateId, at } = nameless;
  await removeWords(tx, orgId, of);
  if (await hires(tx, orgId, of)) await removeBaseline(tx, orgId, of.candidateId);
  if (of.fileIds.length > 0) {
    await tx.delete(file).where(and(eq(file.orgId, orgId), inArray(file.id, of.fileIds)));
  }
  await tx
    .delete(selfIdentification)
    .where(
      and(
        eq(selfIdentification.orgId, orgId),
        inArray(selfIdentification.applicationId, of.applicationIds),
      ),
    );
  await tx
    .insert(candidate)
    .values({ orgId, id: candidateId, ...nobody(candidateId), createdAt: at, erasedAt: at });
  await tx
    .update(application)
    .set({ candidateId })
    .where(and(eq(application.orgId, orgId), inArray(application.id, of.applicationIds)));
  await tx
    .update(deadline)
    .set({ candidateId })
    .where(and(eq(deadline.orgId, orgId), inArray(deadline.applicationId, of.applicationIds)));
}

function nobody(candidateId: string) {
  return {
    email: `${candidateId}@erased.invalid`,
    name: "Erased person",
    phone: "",
    headline: "",
    location: "",
    links: [],
    resume: null,
    setAside: false,
    searchable: true,
  };
}

/** Whether one of these applications hired them. */
async function hires(tx: Tx, orgId: string, { applicationIds }: Belongings): Promise<boolean> {
  if (applicationIds.length === 0) return false;
  const [hired] = await tx
    .select({ id: application.id })
    .from(application)
    .where(
      and(
        eq(application.orgId, orgId),
        inArray(application.id, applicationIds),
        eq(application.state, "hired"),
      ),
    )
    .limit(1);
  return hired !== undefined;
}

/** What somebody who became a member said of their interviews goes with these. */
async function removeBaseline(tx: Tx, orgId: string, candidateId: string): Promise<void> {
  const theirs = tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.orgId, orgId), eq(member.candidateId, candidateId)));
  await tx
    .delete(baseline)
    .where(and(eq(baseline.orgId, orgId), inArray(baseline.memberId, theirs)));
}

/** Every text that someone wrote about these applications goes. */
async function removeWords(tx: Tx, orgId: string, of: Belongings): Promise<void> {
  await removeApplications(tx, orgId, of);
  await removeScorecards(tx, orgId, of);
  await removeDecisions(tx, orgId, of);
  await removeDeadlines(tx, orgId, inArray(deadline.applicationId, of.applicationIds));
}

/** Nothing is owed to who is gone; that it was stays, without a word about them. */
async function removeDeadlines(tx: Tx, orgId: string, which: SQL): Promise<void> {
  await tx
    .update(deadline)
    .set({
      title: "",
      note: "",
      reassignReason: "",
      state: sql`case when ${deadline.state} = 'open' then 'void' else ${deadline.state} end`,
      remindAt: null,
    })
    .where(and(eq(deadline.orgId, orgId), which));
}

async function removeApplications(tx: Tx, orgId: string, of: Belongings): Promise<void> {
  const { applicationIds } = of;
  if (applicationIds.length === 0) return;
  type Table =
    | typeof applicationEvent
    | typeof applicationStage
    | typeof note
    | typeof adjustment
    | typeof deviation
    | typeof breakGlass
    | typeof privacyNotice
    | typeof baselineNotice
    | typeof feedback
    | typeof feedbackWord
    | typeof interview;
  const own = (table: Table) =>
    and(eq(table.orgId, orgId), inArray(table.applicationId, applicationIds));
  await tx
    .update(application)
    .set({
      answers: [],
      stateReason: null,
      cvFileId: null,
      referredBy: null,
      nextWordAt: null,
    })
    .where(and(eq(application.orgId, orgId), inArray(application.id, applicationIds)));
  await tx.update(applicationEvent).set({ facts: {} }).where(own(applicationEvent));
  await tx
    .update(applicationStage)
    .set({ quorumReason: sql`left(${applicationStage.quorumReason}, 0)` })
    .where(own(applicationStage));
  await tx.delete(note).where(own(note));
  await tx.delete(adjustment).where(own(adjustment));
  await tx.delete(privacyNotice).where(own(privacyNotice));
  await tx.delete(baselineNotice).where(own(baselineNotice));
  await tx.delete(feedbackWord).where(own(feedbackWord));
  await tx.delete(feedback).where(own(feedback));
  await tx.update(deviation).set({ reason: "" }).where(own(deviation));
  await tx.update(breakGlass).set({ reason: "" }).where(own(breakGlass));
  await tx
    .update(interview)
    .set({
      state: sql`case when ${interview.state} in ('planned', 'proposed', 'scheduled') then 'cancelled' else ${interview.state} end`,
      stateReason: null,
      place: "",
      focus: "",
      proposedTimes: [],
      proposal: null,
    })
    .where(own(interview));
}

async function removeScorecards(tx: Tx, orgId: string, of: Belongings): Promise<void> {
  const { scorecardIds } = of;
  if (scorecardIds.length === 0) return;
  type Table = typeof scorecardVersion | typeof scorecardRating | typeof scorecardNote;
  const own = (table: Table) =>
    and(eq(table.orgId, orgId), inArray(table.scorecardId, scorecardIds));
  const emptied = (column: typeof scorecardVersion.reason | typeof scorecard.excusedReason) =>
    sql`left(${column}, 0)`;
  await tx
    .update(scorecard)
    .set({ draft: null, excusedReason: emptied(scorecard.excusedReason) })
    .where(and(eq(scorecard.orgId, orgId), inArray(scorecard.id, scorecardIds)));
  await tx
    .update(scorecardVersion)
    .set({
      summary: "",
      reason: emptied(scorecardVersion.reason),
      struckReason: sql`left(${scorecardVersion.struckReason}, 0)`,
    })
    .where(own(scorecardVersion));
  await tx
    .update(scorecardRating)
    .set({ evidence: "", notAssessedReason: "" })
    .where(own(scorecardRating));
  await tx.delete(scorecardNote).where(own(scorecardNote));
}

async function removeDecisions(tx: Tx, orgId: string, of: Belongings): Promise<void> {
  const { debriefIds, decisionIds, offerIds } = of;
  if (debriefIds.length > 0) {
    await tx
      .update(debrief)
      .set({ notes: "", reason: sql`left(${debrief.reason}, 0)` })
      .where(and(eq(debrief.orgId, orgId), inArray(debrief.id, debriefIds)));
    await tx
      .update(secondRating)
      .set({ reason: "" })
      .where(and(eq(secondRating.orgId, orgId), inArray(secondRating.debriefId, debriefIds)));
  }
  if (decisionIds.length > 0) {
    await tx
      .update(decision)
      .set({
        reason: "",
        requirement: sql`left(${decision.requirement}, 0)`,
        reversalReason: sql`left(${decision.reversalReason}, 0)`,
      })
      .where(and(eq(decision.orgId, orgId), inArray(decision.id, decisionIds)));
  }
  if (offerIds.length > 0) {
    await tx
      .update(offer)
      .set({
        conditions: "",
        rangeReason: "",
        equity: "",
        benefits: [],
        answer: "",
        stateReason: sql`left(${offer.stateReason}, 0)`,
        withdrawalReason: sql`left(${offer.withdrawalReason}, 0)`,
      })
      .where(and(eq(offer.orgId, orgId), inArray(offer.id, offerIds)));
    await forgetRaised(tx, orgId, offerIds);
    await tx
      .update(offerException)
      .set({ reason: "", answerReason: "" })
      .where(and(eq(offerException.orgId, orgId), inArray(offerException.offerId, offerIds)));
    await tx
      .update(offerCondition)
      .set({ words: "", reason: "" })
      .where(and(eq(offerCondition.orgId, orgId), inArray(offerCondition.offerId, offerIds)));
  }
}

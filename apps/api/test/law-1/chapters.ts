import { application, decision, offer, offerCondition, offerException } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import type { MadeJob } from "../../../../packages/domain/test/factories.ts";
import type { By, Story } from "./story.ts";

/** A whole scorecard on the job's criteria: one rated on words, one on a note, one not assessed. */
export function judged({ words, judgement }: Story, made: MadeJob, path: string) {
  const { rating } = judgement;
  const [first = "", second = "", third = ""] = made.criterionIds;
  const [question = ""] = made.questionIds;
  const evidence = words.plant(path, "content.ratings.evidence");
  const notAssessedReason = words.plant(path, "content.ratings.notAssessedReason");
  return {
    ratings: [
      { criterionId: first, rating, notAssessedReason: "", evidence },
      { criterionId: second, rating, notAssessedReason: "", evidence },
      { criterionId: third, rating: null, notAssessedReason, evidence: "" },
    ],
    notes: [{ questionId: question, text: words.plant(path, "content.notes.text") }],
    recommendation: rating,
    summary: words.plant(path, "content.summary"),
  };
}

/** The grounds of a decision; its reasons are left to be planted. */
export function grounds({ judgement }: Story, made: MadeJob, kind: "advance" | "reject" | "offer") {
  return { kind, levelKey: judgement.levelKey, criterionIds: made.criterionIds.slice(0, 2) };
}

/** The id of the application to a job. */
export async function applicationTo(story: Story, { jobId }: MadeJob): Promise<string> {
  const { api, people } = story;
  const [row] = await api.within(people.org.id, (tx) =>
    tx
      .select({ id: application.id })
      .from(application)
      .where(and(eq(application.orgId, people.org.id), eq(application.jobId, jobId))),
  );
  if (row === undefined) throw new Error("There is no application to the job.");
  return row.id;
}

/** Reverses the decision that is in force for the stage. */
export async function reverse(
  story: Story,
  made: MadeJob,
  at: { applicationId: string; stageId: string },
  kind: "advance" | "offer",
): Promise<void> {
  const { api, people, tell } = story;
  const [row] = await api.within(people.org.id, (tx) =>
    tx
      .select({ id: decision.id })
      .from(decision)
      .where(
        and(
          eq(decision.orgId, people.org.id),
          eq(decision.applicationId, at.applicationId),
          eq(decision.stageId, at.stageId),
          eq(decision.state, "recorded"),
        ),
      ),
  );
  await tell(people.writers.manager, "debrief.reverse", {
    applicationId: at.applicationId,
    decisionId: row?.id ?? "",
    ...grounds(story, made, kind),
  });
}

/** Writes a version of the offer and takes it to the candidate; returns its id. */
async function offerTo(story: Story, applicationId: string): Promise<string> {
  const { api, people, judgement, tell, now } = story;
  const { writers, cast } = people;
  const { amountMinor, startDate } = judgement;
  await tell(writers.recruiter, "offer.draft", {
    applicationId,
    offerId: null,
    amountMinor,
    currency: "EUR",
    startDate,
    expiresAt: new Date(now().getTime() + 30 * 86_400_000).toISOString(),
    approverId: cast.approver.memberId,
    variableMinor: amountMinor / 10,
    equityMinor: amountMinor / 20,
    signingMinor: amountMinor / 50,
    benefits: [{ name: story.words.plant("offer.draft", "benefits.name"), valueMinor: 1 }],
    conditionList: [
      {
        kind: "right_to_work",
        words: story.words.plant("offer.draft", "conditionList.words"),
        dueOn: null,
      },
    ],
  });
  const [row] = await api.within(people.org.id, (tx) =>
    tx
      .select({ id: offer.id })
      .from(offer)
      .where(and(eq(offer.orgId, people.org.id), eq(offer.applicationId, applicationId)))
      .orderBy(desc(offer.number)),
  );
  const offerId = row?.id ?? "";
  await excepted(story, offerId);
  await tell(writers.recruiter, "offer.request", { offerId });
  await tell(cast.approver, "offer.sendBack", { offerId });
  await tell(writers.recruiter, "offer.request", { offerId });
  await tell(cast.approver, "offer.approve", { offerId });
  await tell(writers.recruiter, "offer.send", { offerId });
  return offerId;
}

/** Asks for an exception, which the offer needs for its band, and has it approved. */
async function excepted(story: Story, offerId: string): Promise<void> {
  const { api, people, tell } = story;
  await tell(people.writers.recruiter, "offer.askException", { offerId });
  const [row] = await api.within(people.org.id, (tx) =>
    tx
      .select({ id: offerException.id })
      .from(offerException)
      .where(and(eq(offerException.orgId, people.org.id), eq(offerException.offerId, offerId))),
  );
  const exceptionId = row?.id ?? "";
  await tell(people.writers.manager, "offer.answerException", {
    offerId,
    exceptionId,
    approve: true,
  });
}

/** Settles the conditions of an offer. */
async function settled(story: Story, offerId: string): Promise<void> {
  const { api, people, tell } = story;
  const rows = await api.within(people.org.id, (tx) =>
    tx
      .select({ id: offerCondition.id })
      .from(offerCondition)
      .where(and(eq(offerCondition.orgId, people.org.id), eq(offerCondition.offerId, offerId))),
  );
  for (const { id: conditionId } of rows) {
    await tell(people.writers.recruiter, "offer.settleCondition", {
      offerId,
      conditionId,
      as: "met",
      askedOn: null,
    });
  }
}

/** Four versions of an offer: changed, withdrawn, declined, and accepted but come to nothing. */
export async function tellOffers(
  story: Story,
  applicationId: string,
  candidate: By,
): Promise<void> {
  const { people, tell } = story;
  const { writers, cast } = people;
  const changed = await offerTo(story, applicationId);
  await tell(candidate, "offer.askChange", { offerId: changed });
  const withdrawn = await offerTo(story, applicationId);
  await tell(writers.manager, "offer.askToWithdraw", { offerId: withdrawn });
  await tell(cast.approver, "offer.withdraw", { offerId: withdrawn });
  const declined = await offerTo(story, applicationId);
  await tell(candidate, "offer.decline", { offerId: declined });
  const accepted = await offerTo(story, applicationId);
  await tell(candidate, "offer.accept", { offerId: accepted });
  await settled(story, accepted);
  await tell(writers.recruiter, "offer.confirm", { offerId: accepted });
  await tell(writers.recruiter, "offer.fellThrough", { offerId: accepted, as: "withdrawn" });
}

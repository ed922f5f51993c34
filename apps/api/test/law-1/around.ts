import { exposure, feedback, feedbackWord, offer, selfIdentification } from "@rubric/db/schema";
import { DeadlineView } from "@rubric/domain/deadline/schemas";
import { ExperimentView } from "@rubric/domain/experiment/schemas";
import { and, asc, eq, sql } from "drizzle-orm";
import { makeRequisition } from "../../../../packages/domain/test/requisitions.ts";
import type { Story } from "./story.ts";

/** An experiment in which the candidate's applications are, and which was stopped. */
export async function vary(
  { api, tell, people: { cast, org } }: Story,
  applicationIds: readonly string[],
): Promise<string> {
  const { id } = ExperimentView.parse(
    await tell(cast.admin, "experiment.draft", {
      name: "Later e-mails",
      question: "Do people apply again?",
      rule: "application.rejectionDelay",
      metric: "applied_again",
      variants: [
        { key: "as_now", weight: 50 },
        { key: "later", weight: 50 },
      ],
      minimum: 20,
    }),
  );
  await api.within(org.id, (tx) =>
    tx.insert(exposure).values(
      applicationIds.map((subjectId) => ({
        orgId: org.id,
        experimentId: id,
        subjectId,
        variant: "later",
        at: new Date(),
      })),
    ),
  );
  await tell(cast.admin, "experiment.stop", { experimentId: id, reason: "We know enough." });
  return id;
}

/** How the candidate identifies themself, as they would on their own page. */
export async function identify(
  { api, people, words }: Story,
  candidateId: string,
  applicationIds: readonly string[],
): Promise<void> {
  const orgId = people.org.id;
  await api.within(orgId, async (tx) => {
    await tx.execute(sql`select set_config('app.candidate', ${candidateId}, true)`);
    await tx.insert(selfIdentification).values(
      applicationIds.map((applicationId) => ({
        orgId,
        applicationId,
        candidateId,
        attribute: words.plant("fairness.identify", "answers.attribute"),
        answer: words.plant("fairness.identify", "answers.answer"),
        answeredAt: new Date(),
      })),
    );
  });
}

/** A requisition that waits for approval, as one is raised when an offer is sent beyond headcount. */
export async function raisedFor({ api, people }: Story, applicationId: string): Promise<string> {
  const { org, cast, jobs, writers } = people;
  const [row] = await api.within(org.id, (tx) =>
    tx
      .select({ id: offer.id })
      .from(offer)
      .where(and(eq(offer.orgId, org.id), eq(offer.applicationId, applicationId)))
      .orderBy(asc(offer.number))
      .limit(1),
  );
  return makeRequisition(
    { harness: api, org, made: jobs[1] },
    {
      state: "pending",
      author: writers.recruiter,
      approvers: [cast.approver],
      offerId: row?.id ?? null,
    },
  );
}

/** A works council is asked, which somebody else takes over; a request for access is met. */
export async function tellDeadlines(
  story: Story,
  jobId: string,
  applicationId: string,
): Promise<void> {
  const { people, tell, now } = story;
  const { manager, recruiter } = people.writers;
  const asked = { jobId, applicationId, due: null };
  const since = now().toISOString().slice(0, 10);
  const ids: string[] = [];
  for (const kind of ["works_council", "access_request"]) {
    const recorded = await tell(recruiter, "deadline.record", { ...asked, kind, since });
    ids.push(DeadlineView.parse(recorded).id);
  }
  const [deadlineId, other] = ids;
  await tell(recruiter, "deadline.reassign", { deadlineId, memberId: manager.memberId });
  await tell(recruiter, "deadline.complete", { deadlineId: other });
}

/** Feedback that the candidate asked for: one is being written, one was sent. */
export async function giveFeedback(
  { api, people, words }: Story,
  { writing, sent }: { writing: string; sent: string },
): Promise<void> {
  const { org, writers, jobs } = people;
  const at = new Date();
  const asked = { orgId: org.id, askedAt: at, draftRevision: 1 };
  const [, second, third] = jobs;
  const draft = {
    words: second.competencyIds.slice(0, 1).map((competencyId) => ({
      competencyId,
      text: words.plant("feedback.saveDraft", "content.words.text"),
    })),
  };
  await api.within(org.id, async (tx) => {
    await tx.insert(feedback).values([
      { ...asked, applicationId: writing, draft, draftSavedAt: at },
      { ...asked, applicationId: sent, sentAt: at, sentBy: writers.manager.memberId },
    ]);
    await tx.insert(feedbackWord).values(
      third.competencyIds.slice(0, 1).map((competencyId) => ({
        orgId: org.id,
        applicationId: sent,
        competencyId,
        text: words.plant("feedback.send", "content.words.text"),
      })),
    );
  });
}

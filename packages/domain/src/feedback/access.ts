import { among, type Given, prepared, type Reader } from "@rubric/db";
import { competency, deadline, feedback, feedbackWord } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";

export type FeedbackRow = typeof feedback.$inferSelect;

const feedbackIn = prepared((db, of: Given<{ orgId: string; applicationIds: readonly string[] }>) =>
  db
    .select()
    .from(feedback)
    .where(and(eq(feedback.orgId, of.orgId), among(feedback.applicationId, of.applicationIds))),
);

/** The feedback that was asked for in these applications, by application. */
export async function feedbackOf(
  read: Reader,
  orgId: string,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, FeedbackRow>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await feedbackIn(read, { orgId, applicationIds });
  return new Map(rows.map((row) => [row.applicationId, row]));
}

/** What was sent in these applications, in the order of the framework. */
export async function sentWords(read: Reader, orgId: string, applicationIds: readonly string[]) {
  if (applicationIds.length === 0) return [];
  return read
    .select({
      applicationId: feedbackWord.applicationId,
      competencyId: feedbackWord.competencyId,
      key: competency.key,
      competency: competency.name,
      text: feedbackWord.text,
    })
    .from(feedbackWord)
    .innerJoin(
      competency,
      and(eq(competency.orgId, feedbackWord.orgId), eq(competency.id, feedbackWord.competencyId)),
    )
    .where(
      and(eq(feedbackWord.orgId, orgId), inArray(feedbackWord.applicationId, [...applicationIds])),
    )
    .orderBy(asc(competency.position));
}

const owedIn = prepared((db, of: Given<{ orgId: string; applicationIds: readonly string[] }>) =>
  db
    .select()
    .from(deadline)
    .where(
      and(
        eq(deadline.orgId, of.orgId),
        eq(deadline.kind, "feedback_owed"),
        eq(deadline.state, "open"),
        among(deadline.subjectId, of.applicationIds),
      ),
    ),
);

/** When the feedback that is owed in these applications is due, and whose it is. */
export async function feedbackDue(read: Reader, orgId: string, applicationIds: readonly string[]) {
  if (applicationIds.length === 0) return new Map<string, typeof deadline.$inferSelect>();
  const rows = await owedIn(read, { orgId, applicationIds });
  return new Map(rows.map((row) => [row.subjectId, row]));
}

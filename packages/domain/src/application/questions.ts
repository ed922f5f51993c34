import { among, type Given, prepared } from "@rubric/db";
import { applicationEvent } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";

/** The timeline's lines of what goes to and fro between a candidate and who leads the job. */
export const ASKED = "candidate.asked";
export const ANSWERED = "application.messaged";

/** What a candidate asked and nobody answered yet: since when, how often, and the last of it. */
export type WaitingQuestion = { since: Date; count: number; lastId: string };

const exchanged = prepared((db, of: Given<{ orgId: string; applicationIds: readonly string[] }>) =>
  db
    .select({
      id: applicationEvent.id,
      applicationId: applicationEvent.applicationId,
      at: applicationEvent.at,
      kind: applicationEvent.kind,
    })
    .from(applicationEvent)
    .where(
      and(
        eq(applicationEvent.orgId, of.orgId),
        among(applicationEvent.applicationId, of.applicationIds),
        inArray(applicationEvent.kind, [ASKED, ANSWERED]),
      ),
    )
    .orderBy(asc(applicationEvent.at), asc(applicationEvent.id)),
);

/** The questions that wait for an answer, by application; whatever is written to a candidate answers. */
export async function questionsWaiting(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, WaitingQuestion>> {
  const waiting = new Map<string, WaitingQuestion>();
  if (applicationIds.length === 0) return waiting;
  const events = await exchanged(read, { orgId: org.id, applicationIds });
  for (const { id, applicationId, at, kind } of events) {
    const known = waiting.get(applicationId);
    if (kind === ANSWERED) waiting.delete(applicationId);
    else {
      const { since = at, count = 0 } = known ?? {};
      waiting.set(applicationId, { since, count: count + 1, lastId: id });
    }
  }
  return waiting;
}

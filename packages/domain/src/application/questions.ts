import { applicationEvent } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";

/** The timeline's lines of what goes to and fro between a candidate and who leads the job. */
export const ASKED = "candidate.asked";
export const ANSWERED = "application.messaged";

/** What a candidate asked and nobody answered yet: since when, and how often. */
export type WaitingQuestion = { since: Date; count: number };

/** The questions that wait for an answer, by application; whatever is written to a candidate answers. */
export async function questionsWaiting(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, WaitingQuestion>> {
  const waiting = new Map<string, WaitingQuestion>();
  if (applicationIds.length === 0) return waiting;
  const events = await read
    .select({
      applicationId: applicationEvent.applicationId,
      at: applicationEvent.at,
      kind: applicationEvent.kind,
    })
    .from(applicationEvent)
    .where(
      and(
        eq(applicationEvent.orgId, org.id),
        inArray(applicationEvent.applicationId, [...applicationIds]),
        inArray(applicationEvent.kind, [ASKED, ANSWERED]),
      ),
    )
    .orderBy(asc(applicationEvent.at), asc(applicationEvent.id));
  for (const { applicationId, at, kind } of events) {
    const known = waiting.get(applicationId);
    if (kind === ANSWERED) waiting.delete(applicationId);
    else waiting.set(applicationId, { since: known?.since ?? at, count: (known?.count ?? 0) + 1 });
  }
  return waiting;
}

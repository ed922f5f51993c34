import { type Given, newId, prepared } from "@rubric/db";
import { applicationEvent } from "@rubric/db/schema";
import { settleDeadlines, type SettleCtx } from "../deadline/settle.ts";

const addLine = prepared((db, of: Given<typeof applicationEvent.$inferSelect>) =>
  db.insert(applicationEvent).values({
    orgId: of.orgId,
    id: of.id,
    applicationId: of.applicationId,
    at: of.at,
    kind: of.kind,
    memberId: of.memberId,
    sealed: of.sealed,
    facts: of.facts,
  }),
);

/** A line of an application's timeline. */
export type TimelineEvent = {
  kind: string;
  /** Judges the candidate: shown only to whom the stage is open (law 1). */
  sealed?: boolean;
  facts?: Record<string, string | number | null>;
};

/**
 * Writes a line into the application's timeline, in the command's transaction, and begins and ends
 * the deadlines that follow from what it says (law 11); returns its id. The change itself is
 * written before.
 */
export async function recordEvent(
  ctx: SettleCtx,
  applicationId: string,
  event: TimelineEvent,
): Promise<string> {
  const id = newId();
  await addLine(ctx.tx, {
    orgId: ctx.org.id,
    id,
    applicationId,
    at: ctx.clock,
    kind: event.kind,
    memberId: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
    sealed: event.sealed ?? false,
    facts: event.facts ?? {},
  });
  await settleDeadlines(ctx, applicationId, event.kind);
  return id;
}

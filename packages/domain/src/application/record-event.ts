import { newId } from "@rubric/db";
import { applicationEvent } from "@rubric/db/schema";
import type { CommandCtx } from "../context.ts";

/** A line of an application's timeline. */
export type TimelineEvent = {
  kind: string;
  /** Judges the candidate: shown only to whom the stage is open (law 1). */
  sealed?: boolean;
  facts?: Record<string, string | number | null>;
};

/** Writes a line into the application's timeline, in the command's transaction; returns its id. */
export async function recordEvent(
  ctx: Pick<CommandCtx, "tx" | "org" | "actor" | "clock">,
  applicationId: string,
  event: TimelineEvent,
): Promise<string> {
  const id = newId();
  await ctx.tx.insert(applicationEvent).values({
    orgId: ctx.org.id,
    id,
    applicationId,
    at: ctx.clock,
    kind: event.kind,
    memberId: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
    sealed: event.sealed ?? false,
    facts: event.facts ?? {},
  });
  return id;
}

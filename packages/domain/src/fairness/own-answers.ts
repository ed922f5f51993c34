import type { Reader } from "@rubric/db";
import { selfIdentification } from "@rubric/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";

/**
 * Opens the candidate's own answers to this transaction. This is the one place that sets whose
 * calls it is: the database shows `rubric_api` no row of another person, and none in a member's call.
 */
export async function openOwnAnswers(
  ctx: Pick<ReadCtx, "read" | "actor">,
): Promise<{ candidateId: string }> {
  if (ctx.actor.kind !== "candidate") return refuse("FORBIDDEN", {});
  const { candidateId } = ctx.actor;
  await ctx.read.execute(sql`select set_config('app.candidate', ${candidateId}, true)`);
  return { candidateId };
}

/** What the candidate answered; `openOwnAnswers` comes first. */
export async function ownAnswers(read: Reader, orgId: string, candidateId: string) {
  return read
    .select({
      applicationId: selfIdentification.applicationId,
      attribute: selfIdentification.attribute,
      answer: selfIdentification.answer,
      answeredAt: selfIdentification.answeredAt,
    })
    .from(selfIdentification)
    .where(
      and(eq(selfIdentification.orgId, orgId), eq(selfIdentification.candidateId, candidateId)),
    )
    .orderBy(asc(selfIdentification.applicationId), asc(selfIdentification.attribute));
}

import { newId } from "@rubric/db";
import { candidate, job, legalHold } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import { refusePartial } from "./impartial.ts";
import type { HoldView, SetHoldInput } from "./schemas.ts";
import { throughWall } from "./wall.ts";

/**
 * Sets a legal hold on a person or on all who applied to a job: nothing of them is erased until it
 * is lifted, not even at their own request (law 10). It waits for an erasure that runs, or the
 * erasure for it. NOT_FOUND for who is erased already; HOLD_STANDS.
 */
export async function setHold(
  ctx: CommandCtx,
  input: z.infer<typeof SetHoldInput>,
): Promise<HoldView> {
  const { memberId } = requireMember(ctx);
  const { on, subjectId, reason } = input;
  if (!(await lockSubject(ctx, on, subjectId))) return refuse("NOT_FOUND", {});
  await refusePartial(ctx, {
    candidateId: on === "candidate" ? subjectId : null,
    jobId: on === "job" ? subjectId : null,
  });
  const id = newId();
  const made = await ctx.tx
    .insert(legalHold)
    .values({
      orgId: ctx.org.id,
      id,
      candidateId: on === "candidate" ? subjectId : null,
      jobId: on === "job" ? subjectId : null,
      reason,
      setBy: memberId,
      setAt: ctx.clock,
    })
    .onConflictDoNothing()
    .returning({ id: legalHold.id });
  if (made.length === 0) return refuse("HOLD_STANDS", {});
  ctx.audit({
    subject: { kind: on, id: subjectId },
    after: { holdId: id, reason },
    ...(on === "candidate" ? { candidateId: subjectId } : {}),
  });
  return { id, setAt: toInstant(ctx.clock), liftedAt: null };
}

/** Locks whom the hold is for; false if there is no such one, or they are erased. */
async function lockSubject(
  { tx, org }: CommandCtx,
  on: "candidate" | "job",
  id: string,
): Promise<boolean> {
  if (on === "job") {
    const rows = await tx
      .select({ id: job.id })
      .from(job)
      .where(and(eq(job.orgId, org.id), eq(job.id, id)))
      .for("update");
    return rows.length > 0;
  }
  const rows = await throughWall(tx, () =>
    tx
      .select({ erasedAt: candidate.erasedAt })
      .from(candidate)
      .where(and(eq(candidate.orgId, org.id), eq(candidate.id, id)))
      .for("update"),
  );
  return rows.some((row) => row.erasedAt === null);
}

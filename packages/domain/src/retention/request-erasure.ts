import { newId } from "@rubric/db";
import { application, candidate, erasure } from "@rubric/db/schema";
import { and, asc, eq, ne } from "drizzle-orm";
import { lockApplication } from "../application/access.ts";
import { endApplication } from "../application/end-application.ts";
import { isUnderWay } from "../application/under-way.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { belongingsOf } from "./belongings.ts";
import { whyNotErase } from "./rules.ts";
import type { ErasureView } from "./schemas.ts";
import { restrict } from "./wall.ts";

/**
 * Records that a person is to be erased and hands it to the erasure job, in the command's own
 * transaction; their running applications are withdrawn first. The caller stages the audit entry.
 * CANDIDATE_ERASED or ERASURE_RUNNING if it was asked for before.
 */
export async function requestErasure(
  ctx: CommandCtx,
  candidateId: string,
  askedBy: "candidate" | "admin",
): Promise<ErasureView> {
  const running = await ctx.tx
    .select({ id: application.id })
    .from(application)
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.candidateId, candidateId),
        isUnderWay(),
      ),
    )
    .orderBy(asc(application.id));
  const locked = [];
  for (const { id } of running) locked.push(await lockApplication(ctx, id));
  const [person] = await ctx.tx
    .select({ erasedAt: candidate.erasedAt })
    .from(candidate)
    .where(and(eq(candidate.orgId, ctx.org.id), eq(candidate.id, candidateId)))
    .for("update");
  if (person === undefined) return refuse("NOT_FOUND", {});
  const before = await ctx.tx
    .select({ state: erasure.state })
    .from(erasure)
    .where(
      and(
        eq(erasure.orgId, ctx.org.id),
        eq(erasure.candidateId, candidateId),
        ne(erasure.state, "done"),
      ),
    );
  const waiting = before.some(({ state }) => state === "waiting");
  refuseIf(whyNotErase({ erased: person.erasedAt !== null, underway: before.length > 0, waiting }));
  for (const row of locked) {
    if (row.state === "active" || row.state === "on_hold" || row.state === "rejected") {
      await endApplication(ctx, row, "withdrawn", "erasure");
    }
  }
  const asked = { id: newId(), state: "asked" as const };
  await ctx.tx
    .insert(erasure)
    .values({ orgId: ctx.org.id, ...asked, candidateId, askedBy, createdAt: ctx.clock });
  // From here on no member reads it, whether it can go at once or must stay for now.
  await ctx.tx
    .update(candidate)
    .set({ setAside: true })
    .where(and(eq(candidate.orgId, ctx.org.id), eq(candidate.id, candidateId)));
  await restrict(
    ctx.tx,
    ctx.org.id,
    await belongingsOf(ctx.tx, ctx.org.id, candidateId),
    ctx.clock,
  );
  await ctx.enqueue("erasure", { orgId: ctx.org.id, id: asked.id });
  return { ...asked, askedAt: toInstant(ctx.clock) };
}

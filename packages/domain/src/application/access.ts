import { application, candidate } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";

/**
 * The application's row, locked first by every command on it; NOT_FOUND outside the organization,
 * and for people once its person is erased: nothing is written to it any more (law 10).
 */
export async function lockApplication(
  ctx: Pick<CommandCtx, "tx" | "org" | "actor">,
  applicationId: string,
): Promise<typeof application.$inferSelect> {
  const [row] = await ctx.tx
    .select()
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, applicationId)))
    .for("update");
  if (row === undefined) return refuse("NOT_FOUND", {});
  if (ctx.actor.kind === "system") return row;
  const [person] = await ctx.tx
    .select({ erasedAt: candidate.erasedAt })
    .from(candidate)
    .where(and(eq(candidate.orgId, ctx.org.id), eq(candidate.id, row.candidateId)));
  return person?.erasedAt === null ? row : refuse("NOT_FOUND", {});
}

import { type Given, prepared } from "@rubric/db";
import { application, candidate } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";

const lockedRow = prepared((db, of: Given<{ orgId: string; applicationId: string }>) =>
  db
    .select()
    .from(application)
    .where(and(eq(application.orgId, of.orgId), eq(application.id, of.applicationId)))
    .for("update"),
);
const erasure = prepared((db, of: Given<{ orgId: string; candidateId: string }>) =>
  db
    .select({ erasedAt: candidate.erasedAt })
    .from(candidate)
    .where(and(eq(candidate.orgId, of.orgId), eq(candidate.id, of.candidateId))),
);

/**
 * The application's row, locked first by every command on it; NOT_FOUND outside the organization,
 * and for people once its person is erased: nothing is written to it any more (law 10).
 */
export async function lockApplication(
  ctx: Pick<CommandCtx, "tx" | "org" | "actor">,
  applicationId: string,
): Promise<typeof application.$inferSelect> {
  const orgId = ctx.org.id;
  const [row] = await lockedRow(ctx.tx, { orgId, applicationId });
  if (row === undefined) return refuse("NOT_FOUND", {});
  if (ctx.actor.kind === "system") return row;
  const [person] = await erasure(ctx.tx, { orgId, candidateId: row.candidateId });
  return person?.erasedAt === null ? row : refuse("NOT_FOUND", {});
}

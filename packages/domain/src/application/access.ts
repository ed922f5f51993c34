import { application } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";

/** The application's row, locked first by every command on it; NOT_FOUND outside the organization. */
export async function lockApplication(
  ctx: Pick<CommandCtx, "tx" | "org">,
  applicationId: string,
): Promise<typeof application.$inferSelect> {
  const [row] = await ctx.tx
    .select()
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, applicationId)))
    .for("update");
  return row ?? refuse("NOT_FOUND", {});
}

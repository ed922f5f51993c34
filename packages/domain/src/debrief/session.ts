import { newId } from "@rubric/db";
import { debrief } from "@rubric/db/schema";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import type { LoadedStage } from "./facts.ts";

/** Begins the next session of a stage's debrief; a rival's is refused as the state now met. */
export async function beginSession(
  ctx: CommandCtx,
  { row, stage, session }: LoadedStage,
  state: "open" | "not_held",
  reason: string | null,
): Promise<typeof debrief.$inferSelect> {
  const [begun] = await ctx.tx
    .insert(debrief)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      applicationId: row.id,
      stageId: stage.id,
      session: (session?.session ?? 0) + 1,
      state,
      notes: "",
      reason,
      openedBy: requireMember(ctx).memberId,
      openedAt: ctx.clock,
      closedAt: state === "open" ? null : ctx.clock,
    })
    .onConflictDoNothing()
    .returning();
  return begun ?? refuse("DEBRIEF_STARTED", { state: "open" });
}

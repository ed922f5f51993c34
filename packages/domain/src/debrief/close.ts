import { debrief } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { loadStage } from "./facts.ts";
import { whyNotSpeak } from "./rules.ts";
import type { CloseDebriefInput, DebriefView } from "./schemas.ts";
import { debriefView } from "./view.ts";

/** Closes the open session: its notes and second ratings freeze. */
export async function closeDebrief(
  ctx: CommandCtx,
  input: z.infer<typeof CloseDebriefInput>,
): Promise<DebriefView> {
  const row = await lockApplication(ctx, input.applicationId);
  const { facts, session } = await loadStage(ctx, row, input.stageId);
  refuseIf(whyNotSpeak(facts));
  const [closed] = await ctx.tx
    .update(debrief)
    .set({ state: "closed", closedAt: ctx.clock })
    .where(
      and(
        eq(debrief.orgId, ctx.org.id),
        eq(debrief.applicationId, row.id),
        eq(debrief.stageId, input.stageId),
        eq(debrief.session, session?.session ?? 0),
        eq(debrief.state, "open"),
      ),
    )
    .returning({ id: debrief.id, session: debrief.session });
  if (closed === undefined) return refuse("DEBRIEF_NOT_OPEN", { state: "closed" });
  await recordEvent(ctx, row.id, {
    kind: "debrief.closed",
    facts: { stageId: input.stageId, session: closed.session },
  });
  ctx.audit({
    subject: { kind: "debrief", id: closed.id },
    before: { state: "open" },
    after: { state: "closed", session: closed.session },
    candidateId: row.candidateId,
  });
  return debriefView(ctx, row.id, input.stageId);
}

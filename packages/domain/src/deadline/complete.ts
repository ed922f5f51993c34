import { deadline } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { deny, refuseIf, Refused } from "../errors.ts";
import { auditedOf, deadlineView, lockDeadline } from "./access.ts";
import { meetDeadlines } from "./end.ts";
import { isByHand, whyNotComplete } from "./rules.ts";
import type { CompleteDeadlineInput, DeadlineView } from "./schemas.ts";

/** Meets a deadline that no command of the product meets, and says how (law 11). */
export async function completeDeadline(
  ctx: CommandCtx,
  input: z.infer<typeof CompleteDeadlineInput>,
): Promise<DeadlineView> {
  const { row } = await lockDeadline(ctx, input.deadlineId);
  refuseIf(whyNotComplete(row.state, isByHand(row.kind, row.recordedBy)));
  const met = await meetDeadlines(ctx, eq(deadline.id, row.id), input.note);
  if (met.length === 0) throw new Refused(deny("DEADLINE_STATE", { state: "done" }));
  const state = row.dueAt < ctx.clock ? "late" : "done";
  const { about, words } = await auditedOf(ctx, row, { note: input.note });
  ctx.audit({
    subject: { kind: "deadline", id: row.id },
    before: { state: row.state },
    after: { state, kind: row.kind, ...words },
    ...about,
  });
  return deadlineView({ ...row, state });
}

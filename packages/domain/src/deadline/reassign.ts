import { deadline } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { auditedOf, deadlineView, lockDeadline, mayReassign } from "./access.ts";
import { pairOf, whoMayHave } from "./people.ts";
import { whyNotGive, whyNotReassign } from "./rules.ts";
import type { DeadlineView, ReassignDeadlineInput } from "./schemas.ts";

/** Gives a deadline to somebody else, with a reason; they are told (law 11). */
export async function reassignDeadline(
  ctx: CommandCtx,
  input: z.infer<typeof ReassignDeadlineInput>,
): Promise<DeadlineView> {
  const { row, reader } = await lockDeadline(ctx, input.deadlineId);
  if (!mayReassign(reader, row)) refuse("FORBIDDEN", {});
  const { memberId } = input;
  const authorOnly = row.kind === "scorecard_owed";
  refuseIf(whyNotReassign(row.state, { memberId, ownerId: row.ownerId, authorOnly }));
  const { jobId, candidateId } = row;
  const people = await whoMayHave(ctx, { jobId, candidateId });
  refuseIf(whyNotGive(memberId, people));
  const { standInId } = pairOf(people, { ownerId: memberId, standInId: row.ownerId });
  const [given] = await ctx.tx
    .update(deadline)
    .set({
      ownerId: memberId,
      standInId,
      reassignedBy: reader.member.memberId,
      reassignReason: input.reason,
    })
    .where(and(eq(deadline.orgId, ctx.org.id), eq(deadline.id, row.id), eq(deadline.state, "open")))
    .returning();
  if (given === undefined) return refuse("DEADLINE_STATE", { state: "done" });
  await queueMail(ctx, {
    template: "deadline.given",
    recipient: "member",
    recipientId: memberId,
    subjectId: row.id,
  });
  const { about, words } = await auditedOf(ctx, row, { reason: input.reason });
  ctx.audit({
    subject: { kind: "deadline", id: row.id },
    before: { ownerId: row.ownerId },
    after: { ownerId: memberId, kind: row.kind, ...words },
    ...about,
  });
  return deadlineView(given);
}

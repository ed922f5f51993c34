import { application } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { deny, Refused, refuseIf } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { lockApplication } from "./access.ts";
import { recordEvent } from "./record-event.ts";
import { whyNotHold } from "./rules.ts";
import type { ApplicationView, HoldApplicationInput } from "./schemas.ts";
import { showApplication } from "./show.ts";

/** Puts an application on hold and promises the candidate the date of the next word (law 11). */
export async function holdApplication(
  ctx: CommandCtx,
  input: z.infer<typeof HoldApplicationInput>,
): Promise<ApplicationView> {
  const row = await lockApplication(ctx, input.applicationId);
  const nextWordAt = new Date(input.nextWordAt);
  refuseIf(whyNotHold(row.state, nextWordAt, ctx.clock, ctx.limits));
  const held = await ctx.tx
    .update(application)
    .set({ state: "on_hold", nextWordAt })
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.id, row.id),
        eq(application.state, "active"),
      ),
    )
    .returning({ id: application.id });
  if (held.length === 0) throw new Refused(deny("APPLICATION_STATE", { state: row.state }));
  await recordEvent(ctx, row.id, {
    kind: "application.held",
    sealed: true,
    facts: { stageId: row.stageId, text: input.reason, nextWordAt: input.nextWordAt },
  });
  await queueMail(ctx, {
    template: "application.onHold",
    recipient: "candidate",
    recipientId: row.candidateId,
    subjectId: row.id,
  });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    before: { state: row.state, nextWordAt: row.nextWordAt?.toISOString() ?? null },
    after: { state: "on_hold", nextWordAt: input.nextWordAt, reason: input.reason },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: row.stageId },
  });
  return showApplication(ctx, input);
}

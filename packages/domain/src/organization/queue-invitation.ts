import { mail } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { endInvitations } from "../identity/accounts.ts";
import { queueMail } from "../mail/queue-mail.ts";

const template = "organization.invited";

/** Sends an invitation; whatever was sent before, or is still to be sent, no longer works. */
export async function queueInvitation(ctx: CommandCtx, memberId: string): Promise<void> {
  await ctx.tx
    .update(mail)
    .set({ state: "taken_back" })
    .where(
      and(
        eq(mail.orgId, ctx.org.id),
        eq(mail.template, template),
        eq(mail.recipientId, memberId),
        inArray(mail.state, ["queued", "sending"]),
      ),
    );
  await endInvitations(ctx.tx, memberId);
  await queueMail(ctx, {
    template,
    recipient: "member",
    recipientId: memberId,
    subjectId: memberId,
  });
}

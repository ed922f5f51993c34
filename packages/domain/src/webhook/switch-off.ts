import { member } from "@rubric/db/schema";
import { and, arrayContains, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { switchEndpoint } from "./switch.ts";

/** The system's own: switches off what takes nothing any more, and tells every admin. */
export async function switchOffWebhook(
  ctx: CommandCtx,
  input: { endpointId: string; why: "failing" | "gone" },
): Promise<void> {
  await switchEndpoint(ctx, input.endpointId, { state: "off", offReason: input.why });
  const admins = await ctx.tx
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.orgId, ctx.org.id),
        eq(member.state, "active"),
        arrayContains(member.roles, ["admin"]),
      ),
    );
  for (const { id } of admins) {
    await queueMail(ctx, {
      template: "webhook.switchedOff",
      recipient: "member",
      recipientId: id,
      subjectId: input.endpointId,
    });
  }
}

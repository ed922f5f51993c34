import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { memberView, requireMemberRow } from "./access.ts";
import { queueInvitation } from "./queue-invitation.ts";
import { whyNotFrom } from "./rules.ts";
import type { MemberInput, MemberView } from "./schemas.ts";

/** Sends an invitation again; the earlier links end. */
export async function resendInvitation(
  ctx: CommandCtx,
  input: z.infer<typeof MemberInput>,
): Promise<MemberView> {
  const row = await requireMemberRow(ctx.tx, ctx.org.id, input.memberId);
  refuseIf(whyNotFrom(row.state, "invited"));
  await queueInvitation(ctx, row.id);
  ctx.audit({ subject: { kind: "member", id: row.id } });
  return memberView(row);
}

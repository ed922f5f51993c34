import { newId } from "@rubric/db";
import { member } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { memberView } from "./access.ts";
import { queueInvitation } from "./queue-invitation.ts";
import type { InviteInput, MemberView } from "./schemas.ts";

/** Invites a person by e-mail; the link is made when the e-mail is rendered and is good for 72 h, once. */
export async function invite(
  ctx: CommandCtx,
  input: z.infer<typeof InviteInput>,
): Promise<MemberView> {
  const [row] = await ctx.tx
    .insert(member)
    .values({
      ...input,
      orgId: ctx.org.id,
      id: newId(),
      state: "invited",
      createdAt: ctx.clock,
    })
    .onConflictDoNothing()
    .returning();
  if (row === undefined) {
    return refuse("MEMBER_EXISTS", { fields: { email: "This person is a member already." } });
  }
  await queueInvitation(ctx, row.id);
  ctx.audit({ subject: { kind: "member", id: row.id }, after: input });
  return memberView(row);
}

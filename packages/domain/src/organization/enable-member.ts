import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { endDeparture } from "../record/leave.ts";
import { changeMember } from "./change-member.ts";
import { queueInvitation } from "./queue-invitation.ts";
import type { MemberInput, MemberView } from "./schemas.ts";

/** Gives a disabled member access again, with the roles they had; who never joined is invited anew. */
export async function enableMember(
  ctx: CommandCtx,
  input: z.infer<typeof MemberInput>,
): Promise<MemberView> {
  const view = await changeMember(ctx, input.memberId, ["disabled"], { state: "active" });
  await endDeparture(ctx, input.memberId);
  if (view.state === "invited") await queueInvitation(ctx, view.id);
  return view;
}

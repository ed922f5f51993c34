import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { beginDeparture } from "../record/leave.ts";
import { excuseDisabled } from "../scorecard/system.ts";
import { changeMember } from "./change-member.ts";
import type { MemberInput, MemberView } from "./schemas.ts";

/**
 * Ends a member's access at once; what they wrote stays, what they owe of held interviews is
 * excused, and they are sent a way to the record of their growth.
 */
export async function disableMember(
  ctx: CommandCtx,
  input: z.infer<typeof MemberInput>,
): Promise<MemberView> {
  const view = await changeMember(ctx, input.memberId, ["active", "invited"], {
    state: "disabled",
  });
  await excuseDisabled(ctx);
  await beginDeparture(ctx, input.memberId);
  return view;
}

import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { excuseDisabled } from "../scorecard/system.ts";
import { changeMember } from "./change-member.ts";
import type { MemberInput, MemberView } from "./schemas.ts";

/** Ends a member's access at once; what they wrote stays, what they owe of held interviews is excused. */
export async function disableMember(
  ctx: CommandCtx,
  input: z.infer<typeof MemberInput>,
): Promise<MemberView> {
  const view = await changeMember(ctx, input.memberId, ["active", "invited"], {
    state: "disabled",
  });
  await excuseDisabled(ctx);
  return view;
}

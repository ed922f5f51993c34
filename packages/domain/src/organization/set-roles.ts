import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { changeMember } from "./change-member.ts";
import type { MemberView, SetRolesInput } from "./schemas.ts";

/** Gives a member another set of roles; they count from the next call on. */
export async function setRoles(
  ctx: CommandCtx,
  input: z.infer<typeof SetRolesInput>,
): Promise<MemberView> {
  return changeMember(ctx, input.memberId, ["active", "invited"], { roles: input.roles });
}

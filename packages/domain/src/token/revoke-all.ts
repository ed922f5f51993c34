import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { revokeTokens } from "../identity/access-tokens.ts";
import { requireMember } from "../identity/access.ts";
import { requireMemberRow } from "../organization/access.ts";
import type { RevokeAllTokensInput, RevokedView } from "./schemas.ts";

/** Ends every open token of one's own, or, as an admin, of another member; says how many there were. */
export async function revokeAllTokens(
  ctx: CommandCtx,
  input: z.infer<typeof RevokeAllTokensInput>,
): Promise<z.infer<typeof RevokedView>> {
  const self = requireMember(ctx).memberId;
  const memberId = input.memberId ?? self;
  if (memberId !== self) {
    if (!ctx.duties.has("admin")) return refuse("FORBIDDEN", {});
    await requireMemberRow(ctx.tx, ctx.org.id, memberId);
  }
  const by = { memberId: self, at: ctx.clock };
  const ended = await revokeTokens(ctx.tx, ctx.org.id, { memberId }, by);
  ctx.audit({ subject: { kind: "member", id: memberId }, after: { tokens: ended } });
  return { revoked: ended.length };
}

import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { revokeTokens, tokenById } from "../identity/access-tokens.ts";
import { requireMember } from "../identity/access.ts";
import type { RevokedView, RevokeTokenInput } from "./schemas.ts";
import { whyNotRevoke } from "./rules.ts";

/** Ends one's own token at once, or, as an admin, any of the organization; nothing brings it back. */
export async function revokeToken(
  ctx: CommandCtx,
  input: z.infer<typeof RevokeTokenInput>,
): Promise<z.infer<typeof RevokedView>> {
  const self = requireMember(ctx).memberId;
  const row = await tokenById(ctx.tx, ctx.org.id, input.tokenId);
  if (row === null || (row.memberId !== self && !ctx.duties.has("admin"))) {
    return refuse("NOT_FOUND", {});
  }
  refuseIf(whyNotRevoke({ revoked: row.revokedAt !== null }));
  const by = { memberId: self, at: ctx.clock };
  const ended = await revokeTokens(ctx.tx, ctx.org.id, { id: row.id }, by);
  if (ended.length === 0) return refuse("TOKEN_ENDED", {});
  ctx.audit({
    subject: { kind: "token", id: row.id },
    after: { name: row.name, kind: row.kind, of: row.memberId },
  });
  return { revoked: ended.length };
}

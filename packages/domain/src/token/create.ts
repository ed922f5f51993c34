import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { mintToken, openTokens } from "../identity/access-tokens.ts";
import { requireMember } from "../identity/access.ts";
import { lockHolder, tokenViews } from "./access.ts";
import { PERSONAL_SCOPES, whyNotMoreTokens, whyNotServiceScopes } from "./rules.ts";
import type { CreatedTokenView, CreateTokenInput } from "./schemas.ts";

/**
 * Makes an access token of one's own, or, as an admin, of a service account. Its text is in this
 * answer and nowhere else: repeated with the same idempotency key the command answers with `text`
 * null, for what is stored under the key is the answer without it.
 */
export async function createToken(
  ctx: CommandCtx,
  input: z.infer<typeof CreateTokenInput>,
): Promise<CreatedTokenView> {
  const holder = await lockHolder(ctx, input.serviceId);
  const kind = input.serviceId === null ? "personal" : "service";
  const scopes = PERSONAL_SCOPES.filter((scope) => input.scopes.includes(scope));
  if (kind === "service") refuseIf(whyNotServiceScopes(scopes));
  refuseIf(whyNotMoreTokens(await openTokens(ctx.tx, ctx.org.id, holder.id, ctx.clock)));
  const { row, text } = await mintToken(ctx.tx, {
    kind,
    orgId: ctx.org.id,
    memberId: holder.id,
    name: input.name,
    scopes: [...scopes],
    days: input.days,
    by: requireMember(ctx).memberId,
    at: ctx.clock,
  });
  const [token] = await tokenViews(ctx, [row]);
  if (token === undefined) throw new Error("The token has no view.");
  ctx.audit({
    subject: { kind: "token", id: row.id },
    after: { name: row.name, kind, of: holder.id, scopes, expiresAt: token.expiresAt },
  });
  ctx.keepAnswer({ token, text: null } satisfies CreatedTokenView);
  return { token, text };
}

import { z } from "zod";
import { Id, Instant, line } from "../wire.ts";
import { PERSONAL_SCOPES, TOKEN_DAYS } from "./rules.ts";

export const CreateTokenInput = z.strictObject({
  /** The service account that it is for; null for a token of one's own. */
  serviceId: Id.nullable(),
  name: line(80),
  /** For how many days it is good. */
  days: z
    .int()
    .min(TOKEN_DAYS.least, `At least ${TOKEN_DAYS.least} days.`)
    .max(TOKEN_DAYS.most, `At most ${TOKEN_DAYS.most} days.`),
  scopes: z
    .array(z.enum(PERSONAL_SCOPES))
    .min(1, "Give at least one scope.")
    .max(PERSONAL_SCOPES.length, "A scope is named twice."),
});

const Named = z.object({ id: Id, name: z.string() });

export const TokenView = z.object({
  id: Id,
  kind: z.enum(["personal", "service"]),
  name: z.string(),
  /** Its prefix and its last four characters. */
  hint: z.string(),
  /** As whom it acts. */
  member: Named,
  madeBy: Named,
  mine: z.boolean(),
  scopes: z.array(z.string()),
  createdAt: Instant,
  expiresAt: Instant,
  /** At most a minute older than its last use; null where it was never used. */
  lastUsedAt: Instant.nullable(),
  state: z.enum(["open", "expired", "revoked"]),
});
export type TokenView = z.infer<typeof TokenView>;

export const TokensView = z.object({
  /** One's own; an admin sees everybody's. Ended ones stay for 90 days. */
  tokens: z.array(TokenView),
  /** The active service accounts that an admin may make tokens for; null for anybody else. */
  services: z.array(Named).nullable(),
});
export type TokensView = z.infer<typeof TokensView>;

export const CreatedTokenView = z.object({
  token: TokenView,
  /** The token itself, shown once: null where the command is answered again (law 14). */
  text: z.string().nullable(),
});
export type CreatedTokenView = z.infer<typeof CreatedTokenView>;

export const RevokeTokenInput = z.strictObject({ tokenId: Id });
export const RevokeAllTokensInput = z.strictObject({
  /** Whose tokens; null for one's own. Somebody else's only as an admin. */
  memberId: Id.nullable(),
});
export const RevokedView = z.object({ revoked: z.int() });

import { member } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { tokensOf } from "../identity/access-tokens.ts";
import { requireMember } from "../identity/access.ts";
import { tokenViews } from "./access.ts";
import type { TokensView } from "./schemas.ts";

/** One's own access tokens, the newest first; for an admin those of the whole organization. */
export async function listTokens(ctx: ReadCtx): Promise<TokensView> {
  const admin = ctx.duties.has("admin");
  const of = admin ? null : requireMember(ctx).memberId;
  const rows = await tokensOf(ctx.read, ctx.org.id, of, ctx.clock);
  return {
    tokens: await tokenViews(ctx, rows),
    services: admin ? await activeServices(ctx) : null,
  };
}

async function activeServices(ctx: ReadCtx) {
  return ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(
      and(eq(member.orgId, ctx.org.id), eq(member.kind, "service"), eq(member.state, "active")),
    )
    .orderBy(asc(member.name));
}

import { member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import type { TokenRow } from "../identity/access-tokens.ts";
import { requireMember } from "../identity/access.ts";
import { tokenHint } from "../identity/token-text.ts";
import { toInstant } from "../wire.ts";
import { tokenState } from "./rules.ts";
import type { TokenView } from "./schemas.ts";

/** The member that a new token is for, locked, so that it is not disabled meanwhile. */
export async function lockHolder(ctx: CommandCtx, serviceId: string | null) {
  if (serviceId !== null && !ctx.duties.has("admin")) return refuse("FORBIDDEN", {});
  const [row] = await ctx.tx
    .select({ id: member.id, kind: member.kind, state: member.state })
    .from(member)
    .where(
      and(
        eq(member.orgId, ctx.org.id),
        eq(member.id, serviceId ?? requireMember(ctx).memberId),
        eq(member.kind, serviceId === null ? "person" : "service"),
      ),
    )
    .for("no key update");
  if (row === undefined) return refuse("NOT_FOUND", {});
  if (row.state !== "active") return refuse("MEMBER_STATE", { state: row.state });
  return row;
}

/** Turns rows into views, with the names of those whom they speak of. */
export async function tokenViews(
  ctx: Pick<ReadCtx, "read" | "org" | "actor" | "clock">,
  rows: readonly TokenRow[],
): Promise<TokenView[]> {
  const members = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(eq(member.orgId, ctx.org.id));
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const named = (id: string) => ({ id, name: names.get(id) ?? "A former member" });
  const self = requireMember(ctx).memberId;
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    hint: tokenHint(row.kind, row.lastFour),
    member: named(row.memberId),
    madeBy: named(row.createdBy),
    mine: row.memberId === self,
    scopes: row.scopes,
    createdAt: toInstant(row.createdAt),
    expiresAt: toInstant(row.expiresAt),
    lastUsedAt: toInstant(row.lastUsedAt),
    state: tokenState(row, ctx.clock),
  }));
}

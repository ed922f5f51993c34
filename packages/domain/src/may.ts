import { relation } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { ReadCtx } from "./context.ts";
import type { Duty } from "./duties.ts";
import { type Denial, deny, explain, type Sentence } from "./errors.ts";
import { type Permission, permissionRow } from "./permissions.ts";
import { blindOn } from "./scorecard/seal-facts.ts";
import { whyNotAs } from "./token/rules.ts";

/** Says for a command whether the reader may give it now: null, or the sentence of its refusal. */
export type Ask = (permission: Permission, denial: Denial | null) => Sentence | null;

/**
 * What the reader of an application may do there, by the same rows and rules that the commands
 * obey: the permission first, then laws 7 and 1, then the rule's own denial.
 */
export async function askMay(
  ctx: Pick<ReadCtx, "read" | "org" | "actor" | "duties">,
  candidateId: string,
): Promise<Ask> {
  const conflict = await conflictOf(ctx, candidateId);
  const blind =
    ctx.actor.kind === "member"
      ? await blindOn(ctx.read, ctx.org.id, ctx.actor.memberId, candidateId)
      : null;
  return (permission, denial) => {
    const row = permissionRow(permission);
    const never = whyNotAs(ctx.actor, permission);
    if (never !== null) return explain(never);
    const barred = whyNotAllowed(permission, ctx.duties);
    if (barred !== null) return explain(barred);
    if (row.impartial && conflict !== null) return explain(conflict);
    if (row.unsealed && blind !== null) return explain(blind);
    return denial === null ? null : explain(denial);
  };
}

/** Why law 7 keeps the actor away from this candidate, or null. */
export async function conflictOf(
  ctx: Pick<ReadCtx, "read" | "org" | "actor">,
  candidateId: string,
): Promise<Denial | null> {
  if (ctx.actor.kind !== "member") return null;
  const [found] = await ctx.read
    .select({ kind: relation.kind })
    .from(relation)
    .where(
      and(
        eq(relation.orgId, ctx.org.id),
        eq(relation.candidateId, candidateId),
        eq(relation.memberId, ctx.actor.memberId),
      ),
    )
    .limit(1);
  return whyNotImpartial(found ?? null);
}

/** Law 7: who referred the candidate, declared a relation or is the candidate takes no part. */
export function whyNotImpartial(
  tie: { kind: "referral" | "relation" | "self" } | null,
): Denial | null {
  return tie === null ? null : deny("CONFLICT_OF_INTEREST", { why: tie.kind });
}

/** Why the actor's duties do not allow a command, or null. */
export function whyNotAllowed(permission: Permission, duties: ReadonlySet<Duty>): Denial | null {
  const { to } = permissionRow(permission);
  if (to.some((duty) => duties.has(duty))) return null;
  const [only] = to.length === 1 ? to : [];
  if (only === "engineer_self") return deny("FORBIDDEN", { by: "person" });
  if (only === "line_manager") return deny("FORBIDDEN", { by: "manager" });
  return deny("FORBIDDEN", only === "admin" ? { by: "admin" } : {});
}

/** The sentence of the first denial there is, or null where nothing speaks against it. */
export function mayOf(...denials: readonly (Denial | null)[]): Sentence | null {
  const denial = denials.find((one) => one !== null);
  return denial == null ? null : explain(denial);
}

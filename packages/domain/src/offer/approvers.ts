import { member, relation } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { whyBlind } from "../scorecard/seal.ts";
import { seatsOf, stagesOf } from "../scorecard/seal-facts.ts";
import { whyNotApprover } from "./rules.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor">;

async function members(ctx: Ctx, candidateId: string) {
  const rows = await ctx.read
    .select({
      id: member.id,
      name: member.name,
      roles: member.roles,
      state: member.state,
      relation: relation.kind,
    })
    .from(member)
    .leftJoin(
      relation,
      and(
        eq(relation.orgId, member.orgId),
        eq(relation.memberId, member.id),
        eq(relation.candidateId, candidateId),
      ),
    )
    .where(and(eq(member.orgId, ctx.org.id), eq(member.kind, "person")))
    .orderBy(asc(member.name), asc(member.id));
  const seats = await seatsOf(ctx.read, ctx.org.id, candidateId);
  const stages = await stagesOf(ctx.read, ctx.org.id, candidateId);
  return [...new Map(rows.map((row) => [row.id, row])).values()].map((row) => ({
    id: row.id,
    name: row.name,
    roles: row.roles,
    active: row.state === "active",
    conflict: row.relation !== null,
    blind: whyBlind(row.id, seats, stages) !== null,
  }));
}

/** The members who may approve an offer that the actor writes to this candidate. */
export async function fitApprovers(
  ctx: Ctx,
  candidateId: string,
): Promise<{ id: string; name: string }[]> {
  const authorId = ctx.actor.kind === "member" ? ctx.actor.memberId : "";
  return (await members(ctx, candidateId))
    .filter((one) => whyNotApprover(one, authorId) === null)
    .map(({ id, name }) => ({ id, name }));
}

export type FitMember = { id: string; name: string; roles: readonly string[] };

/** Everybody who may approve an offer of this author to this candidate, by their id. */
export async function fitMembers(
  ctx: Ctx,
  candidateId: string,
  authorId: string,
): Promise<ReadonlyMap<string, FitMember>> {
  const fit = (await members(ctx, candidateId)).filter(
    (one) => whyNotApprover(one, authorId) === null,
  );
  return new Map(fit.map((one) => [one.id, one]));
}

/** Refuses an approver who is the author, no active member, an auditor, partial, or blind (laws 1, 7, 8). */
export async function requireApprover(
  ctx: CommandCtx,
  candidateId: string,
  approverId: string,
  authorId: string,
): Promise<void> {
  const found = (await members(ctx, candidateId)).find((one) => one.id === approverId);
  refuseIf(whyNotApprover(found ?? null, authorId));
}

import { newId } from "@rubric/db";
import { candidate, member, relation } from "@rubric/db/schema";
import { and, eq, not, or } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { keepTerms } from "./keep-terms.ts";

export type SentPerson = {
  name: string;
  email: string;
  phone: string;
  headline: string;
  location: string;
  links: string[];
  resume: Record<string, unknown> | null;
};

type Ctx = Pick<CommandCtx, "tx" | "org" | "clock">;

/**
 * The candidate with this address, made if there is none. What is known of a known one stays as it
 * is. A member's own address makes the candidate that member (law 7).
 */
export async function knownPerson(
  ctx: Ctx,
  sent: SentPerson,
): Promise<{ candidateId: string; made: boolean }> {
  const [made] = await ctx.tx
    .insert(candidate)
    .values({ orgId: ctx.org.id, id: newId(), ...sent, createdAt: ctx.clock, searchable: true })
    .onConflictDoNothing()
    .returning({ id: candidate.id });
  const candidateId = made?.id ?? (await idByEmail(ctx, sent.email)) ?? refuse("BUSY", {});
  if (made !== undefined) await keepTerms(ctx.tx, ctx.org.id, [{ id: candidateId, ...sent }]);
  for (const memberId of await membersBehind(ctx, candidateId, sent.email)) {
    await relate(ctx, { candidateId, memberId, kind: "self", note: "" });
  }
  return { candidateId, made: made !== undefined };
}

async function idByEmail(ctx: Ctx, email: string): Promise<string | null> {
  const [known] = await ctx.tx
    .select({ id: candidate.id })
    .from(candidate)
    .where(
      and(eq(candidate.orgId, ctx.org.id), eq(candidate.email, email), not(candidate.setAside)),
    );
  return known?.id ?? null;
}

async function membersBehind(ctx: Ctx, candidateId: string, email: string): Promise<string[]> {
  const found = await ctx.tx
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.orgId, ctx.org.id),
        or(eq(member.email, email), eq(member.candidateId, candidateId)),
      ),
    );
  return found.map(({ id }) => id);
}

export type Relation = {
  candidateId: string;
  memberId: string;
  kind: "referral" | "relation" | "self";
  note: string;
};

/** Keeps why a member keeps away from a candidate; says whether that was new. */
export async function relate(ctx: Ctx, made: Relation): Promise<boolean> {
  const rows = await ctx.tx
    .insert(relation)
    .values({ orgId: ctx.org.id, ...made, createdAt: ctx.clock })
    .onConflictDoNothing()
    .returning({ kind: relation.kind });
  return rows.length > 0;
}

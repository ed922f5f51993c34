import { newId, type Tx } from "@rubric/db";
import {
  application,
  candidate,
  decision,
  frameworkLevel,
  member,
  offer,
  placement,
  plan,
} from "@rubric/db/schema";
import { and, desc, eq, inArray, isNull, notExists, sql } from "drizzle-orm";

type At = { orgId: string; memberId: string; email: string; clock: Date };

/**
 * Ties a member who accepts their invitation to the candidate who was hired: the one whom the
 * invitation named, or whose proven address it went to. They stand on the level they were hired at.
 */
export async function tieHired(tx: Tx, { orgId, memberId, email, clock }: At): Promise<void> {
  const [invited] = await tx
    .select({ candidateId: member.candidateId })
    .from(member)
    .where(and(eq(member.orgId, orgId), eq(member.id, memberId)));
  const candidateId = invited?.candidateId ?? (await hiredAt(tx, orgId, email));
  if (candidateId === null) return;
  await tx
    .update(member)
    .set({ candidateId })
    .where(and(eq(member.orgId, orgId), eq(member.id, memberId), isNull(member.candidateId)));
  await placeHired(tx, { orgId, memberId, candidateId, clock });
}

/** The candidate of an address who was hired and is no member yet; null: none. */
async function hiredAt(tx: Tx, orgId: string, email: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: candidate.id })
    .from(candidate)
    .innerJoin(
      application,
      and(eq(application.orgId, candidate.orgId), eq(application.candidateId, candidate.id)),
    )
    .where(
      and(
        eq(candidate.orgId, orgId),
        eq(candidate.email, email),
        isNull(candidate.erasedAt),
        eq(candidate.setAside, false),
        eq(application.state, "hired"),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(member)
            .where(and(eq(member.orgId, orgId), eq(member.candidateId, candidate.id))),
        ),
      ),
    )
    .limit(1);
  return found?.id ?? null;
}

/** Places a member for the first time: on the level of the decision that hired them, from their start. */
async function placeHired(
  tx: Tx,
  { orgId, memberId, candidateId, clock }: Omit<At, "email"> & { candidateId: string },
): Promise<void> {
  const [level] = await tx
    .select({
      versionId: frameworkLevel.versionId,
      levelId: frameworkLevel.id,
      from: offer.startDate,
    })
    .from(application)
    .innerJoin(
      decision,
      and(
        eq(decision.orgId, application.orgId),
        eq(decision.applicationId, application.id),
        eq(decision.kind, "offer"),
        eq(decision.state, "recorded"),
      ),
    )
    .innerJoin(plan, and(eq(plan.orgId, application.orgId), eq(plan.id, application.planId)))
    .innerJoin(
      frameworkLevel,
      and(
        eq(frameworkLevel.orgId, plan.orgId),
        eq(frameworkLevel.versionId, plan.frameworkVersionId),
        eq(frameworkLevel.key, decision.levelKey),
      ),
    )
    .leftJoin(
      offer,
      and(
        eq(offer.orgId, application.orgId),
        eq(offer.applicationId, application.id),
        inArray(offer.state, ["accepted", "confirmed"]),
      ),
    )
    .where(
      and(
        eq(application.orgId, orgId),
        eq(application.candidateId, candidateId),
        eq(application.state, "hired"),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(placement)
            .where(and(eq(placement.orgId, orgId), eq(placement.memberId, memberId))),
        ),
      ),
    )
    .orderBy(desc(application.endedAt), desc(decision.decidedAt))
    .limit(1);
  if (level === undefined) return;
  await tx.insert(placement).values({
    orgId,
    id: newId(),
    memberId,
    versionId: level.versionId,
    levelId: level.levelId,
    from: level.from ?? clock.toISOString().slice(0, 10),
    reason: "The hiring level of the decision that hired them.",
    placedBy: null,
    createdAt: clock,
  });
}

import { newId } from "@rubric/db";
import { poolConsent } from "@rubric/db/schema";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { organizationById } from "../identity/lookups.ts";
import { lockPerson, poolOffer } from "../retention/pool.ts";
import { ownView, requireCandidate } from "./own.ts";
import { whyNotAgree, whyNotJoinPool } from "./rules.ts";
import type { JoinPoolInput, OwnView } from "./schemas.ts";

/** Agrees to be kept in the talent pool, to exactly the words that were shown (law 10). */
export async function joinPool(
  ctx: CommandCtx,
  input: z.infer<typeof JoinPoolInput>,
): Promise<OwnView> {
  const candidateId = requireCandidate(ctx);
  await lockPerson(ctx, candidateId);
  const org = await organizationById(ctx.tx, ctx.org.id);
  const before = await ownView(ctx);
  refuseIf(whyNotJoinPool({ erasureAsked: before.erasureAskedAt !== null }));
  const offer = await poolOffer(ctx, org?.name ?? "", candidateId);
  refuseIf(whyNotAgree(input.textVersion, offer.textVersion));
  const id = newId();
  const made = await ctx.tx
    .insert(poolConsent)
    .values({
      orgId: ctx.org.id,
      id,
      candidateId,
      textVersion: offer.textVersion,
      text: offer.text,
      givenAt: ctx.clock,
      expiresAt: offer.until,
    })
    .onConflictDoNothing()
    .returning({ id: poolConsent.id });
  if (made.length === 0) return refuse("POOL_JOINED", {});
  ctx.audit({
    subject: { kind: "candidate", id: candidateId },
    after: { consentId: id, textVersion: offer.textVersion, until: offer.until.toISOString() },
    candidateId,
  });
  return ownView(ctx);
}

import { deadline, offer, offerCondition } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { lockApplication } from "../application/access.ts";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { endOfDay } from "../deadline/due.ts";
import { meetDeadlines } from "../deadline/end.ts";
import { settleDeadlines } from "../deadline/settle.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { isSilentConsent, LIVE } from "./condition-rules.ts";

const AT_ONCE = 50;
const SILENCE = "The time to object passed in silence, which counts as consent.";

type Due = { conditionId: string; offerId: string; applicationId: string; dueOn: string };

/**
 * open → met, for each works council whose time to object is over: its silence is consent (§ 99 (3)
 * BetrVG), on the last day of that time. What it answered meanwhile stays as it was answered.
 * Answers with how many; where there are none it stages no audit entry.
 */
export async function passCouncilWeeks(ctx: CommandCtx): Promise<number> {
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const today = dayIn(timeZone, ctx.clock);
  const passed: { offerId: string; dueOn: string }[] = [];
  for (const due of await dueCouncils(ctx, today)) {
    const { applicationId, conditionId, offerId, dueOn } = due;
    await lockApplication(ctx, applicationId);
    const over = endOfDay(dueOn, timeZone);
    const met = await ctx.tx
      .update(offerCondition)
      .set({ state: "met", reason: SILENCE, settledAt: over })
      .where(
        and(
          eq(offerCondition.orgId, ctx.org.id),
          eq(offerCondition.id, conditionId),
          eq(offerCondition.state, "open"),
          lt(offerCondition.dueOn, today),
        ),
      )
      .returning({ id: offerCondition.id });
    if (met.length === 0) continue;
    await meetDeadlines({ ...ctx, clock: over }, isOfCouncil(applicationId), SILENCE);
    await settleDeadlines(ctx, applicationId, "offer.passCouncilWeeks");
    passed.push({ offerId, dueOn });
  }
  if (passed.length === 0) return 0;
  ctx.audit({ subject: { kind: "organization", id: ctx.org.id }, after: { passed } });
  return passed.length;
}

/** The conditions that silence has met by a day, at most 50. */
async function dueCouncils(ctx: Pick<ReadCtx, "read" | "org">, today: string): Promise<Due[]> {
  const rows = await ctx.read
    .select({ condition: offerCondition, state: offer.state, applicationId: offer.applicationId })
    .from(offerCondition)
    .innerJoin(
      offer,
      and(eq(offer.orgId, offerCondition.orgId), eq(offer.id, offerCondition.offerId)),
    )
    .where(
      and(
        eq(offerCondition.orgId, ctx.org.id),
        eq(offerCondition.kind, "works_council"),
        eq(offerCondition.state, "open"),
        isNotNull(offerCondition.askedOn),
        isNotNull(offerCondition.demandedBy),
        lt(offerCondition.dueOn, today),
        inArray(offer.state, [...LIVE]),
      ),
    )
    .orderBy(asc(offer.applicationId), asc(offerCondition.id))
    .limit(AT_ONCE);
  return rows.flatMap(({ condition, state, applicationId }) => {
    const { id: conditionId, offerId, dueOn } = condition;
    if (dueOn === null || !isSilentConsent(condition, state, today)) return [];
    return [{ conditionId, offerId, applicationId, dueOn }];
  });
}

/** The deadline of an application's works council that its offer began. */
function isOfCouncil(applicationId: string) {
  return and(
    eq(deadline.applicationId, applicationId),
    eq(deadline.kind, "works_council"),
    isNull(deadline.recordedBy),
  );
}

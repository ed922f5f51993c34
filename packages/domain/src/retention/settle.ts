import { newId } from "@rubric/db";
import { application, candidate, erasure, job, legalHold, restriction } from "@rubric/db/schema";
import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { allIds, type Belongings, belongingsOf } from "./belongings.ts";
import { keepRule } from "./keep-rule.ts";
import { type Keeping, keepingOf, openHolds } from "./keeping.ts";
import { anonymise, removePerson } from "./remove-person.ts";
import {
  emptyDetails,
  removeAnswers,
  removeEvents,
  removeJudgements,
  removeMails,
} from "./remove-traces.ts";
import { restrict, restrictedOf } from "./wall.ts";

/** What was done about a person, and the e-mails that are to go from outside the database. */
export type Settled = {
  mailIds: string[];
  /** Applications erased, the person with the last of them, and applications newly restricted. */
  erased: string[];
  person: boolean;
  restricted: number;
  emptied: number;
};

/**
 * Does what is due with everything of one person, in the order of law 10: erases what may go,
 * restricts what must stay. As `rubric_retention`. `erasureId` names the erasure that empties
 * audit details. The caller holds no lock of the person yet and stages the audit entry.
 */
export async function settlePerson(
  ctx: CommandCtx,
  candidateId: string,
  erasureId: string,
): Promise<Settled> {
  await lockAll(ctx, candidateId);
  const asked = await wasAsked(ctx, candidateId);
  if (asked) await endRunning(ctx, candidateId);
  const keepings = await keepingOf(ctx, [candidateId], (facts, about) =>
    ctx.policy.judge(keepRule, facts, about),
  );
  const held = (await openHolds(ctx, [candidateId], [])).size > 0;
  const of = (verdict: Keeping["verdict"]) =>
    keepings.filter((one) => one.verdict === verdict).map((one) => one.applicationId);
  const [gone, stays] = [of("erase"), of("restrict")];
  const settled: Settled = { mailIds: [], erased: [], person: false, restricted: 0, emptied: 0 };
  if (!held && gone.length === keepings.length && (asked || gone.length > 0)) {
    const whole = await belongingsOf(ctx.tx, ctx.org.id, candidateId);
    await erasePart(ctx, whole, erasureId, settled);
    await removePerson(ctx.tx, ctx.org.id, whole, ctx.clock);
    await removeHolds(ctx, candidateId);
    return { ...settled, erased: gone, person: true };
  }
  for (const applicationId of gone) {
    const part = await belongingsOf(ctx.tx, ctx.org.id, candidateId, [applicationId]);
    await erasePart(ctx, part, erasureId, settled);
    await anonymise(ctx.tx, ctx.org.id, part, { candidateId: newId(), at: ctx.clock });
    settled.erased.push(applicationId);
  }
  const all = stays.length + gone.length === keepings.length && (stays.length > 0 || asked);
  const known = await restrictedOf(ctx.tx, ctx.org.id, [candidateId, ...stays]);
  const fresh = stays.filter((id) => !known.has(id));
  if (fresh.length > 0 || (all && !known.has(candidateId))) {
    const hidden = await belongingsOf(ctx.tx, ctx.org.id, candidateId, all ? undefined : stays);
    await hide(ctx, hidden, settled);
    settled.restricted = fresh.length;
  }
  return settled;
}

/** What came between the request and this ends with it. */
async function endRunning({ tx, org, clock }: CommandCtx, candidateId: string): Promise<void> {
  await tx
    .update(application)
    .set({ state: "withdrawn", stateReason: "erasure", endedAt: clock, nextWordAt: null })
    .where(
      and(
        eq(application.orgId, org.id),
        eq(application.candidateId, candidateId),
        inArray(application.state, ["active", "on_hold"]),
      ),
    );
}

/** Removes what lies around the rows of an application or a whole person. */
async function erasePart(
  ctx: CommandCtx,
  of: Belongings,
  erasureId: string,
  settled: Settled,
): Promise<void> {
  const { tx, org } = ctx;
  settled.mailIds.push(...(await removeMails(tx, org.id, of)));
  await removeAnswers(tx, org.id, of);
  await removeEvents(tx, org.id, of);
  await removeJudgements(tx, org.id, of);
  settled.emptied += await emptyDetails(tx, org.id, of, { id: erasureId, at: ctx.clock });
  await tx
    .delete(restriction)
    .where(
      and(
        eq(restriction.orgId, org.id),
        of.whole
          ? eq(restriction.candidateId, of.candidateId)
          : inArray(restriction.subjectId, allIds(of)),
      ),
    );
}

/** Behind the wall, and gone from where the wall does not reach: answers, events, members' e-mails. */
async function hide(ctx: CommandCtx, of: Belongings, settled: Settled): Promise<void> {
  const { tx, org } = ctx;
  await restrict(tx, org.id, of, ctx.clock);
  settled.mailIds.push(...(await removeMails(tx, org.id, of, "member")));
  await removeAnswers(tx, org.id, of, { links: false });
  await removeEvents(tx, org.id, of);
  if (of.whole) {
    await tx
      .update(candidate)
      .set({ setAside: true })
      .where(and(eq(candidate.orgId, org.id), eq(candidate.id, of.candidateId)));
  }
}

/** What is said in a hold that was lifted goes with the person whom it was about. */
async function removeHolds({ tx, org }: CommandCtx, candidateId: string): Promise<void> {
  await tx
    .update(legalHold)
    .set({ reason: "", liftedReason: sql`left(${legalHold.liftedReason}, 0)` })
    .where(and(eq(legalHold.orgId, org.id), eq(legalHold.candidateId, candidateId)));
}

/** Tells who asked that something must stay, and why; once. */
export async function tellWhatStays(ctx: CommandCtx, candidateId: string): Promise<void> {
  await queueMail(ctx, {
    template: "retention.kept",
    recipient: "candidate",
    recipientId: candidateId,
    subjectId: candidateId,
  });
}

async function wasAsked({ tx, org }: CommandCtx, candidateId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: erasure.id })
    .from(erasure)
    .where(
      and(
        eq(erasure.orgId, org.id),
        eq(erasure.candidateId, candidateId),
        ne(erasure.state, "done"),
        ne(erasure.askedBy, "rule"),
      ),
    );
  return rows.length > 0;
}

/** Jobs, applications, person, in this order: a legal hold on any of them waits, or was there before. */
async function lockAll({ tx, org }: CommandCtx, candidateId: string): Promise<void> {
  const jobs = tx
    .select({ id: application.jobId })
    .from(application)
    .where(and(eq(application.orgId, org.id), eq(application.candidateId, candidateId)));
  await tx
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.orgId, org.id), inArray(job.id, jobs)))
    .orderBy(asc(job.id))
    .for("key share");
  await tx
    .select({ id: application.id })
    .from(application)
    .where(and(eq(application.orgId, org.id), eq(application.candidateId, candidateId)))
    .orderBy(asc(application.id))
    .for("update");
  await tx
    .select({ id: candidate.id })
    .from(candidate)
    .where(and(eq(candidate.orgId, org.id), eq(candidate.id, candidateId)))
    .for("update");
}

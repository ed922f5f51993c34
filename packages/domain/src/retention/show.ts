import { application, legalHold } from "@rubric/db/schema";
import { and, eq, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { deny, refuse } from "../errors.ts";
import { settingsOf } from "../job/access.ts";
import { dayWords } from "../mail/wording.ts";
import { mayOf } from "../may.ts";
import { toInstant } from "../wire.ts";
import type { Bound } from "./bounds.ts";
import { keepingOf } from "./keeping.ts";
import { wordsToStaff } from "./keeping-words.ts";
import { noticeOf } from "./notice.ts";
import { openConsent } from "./pool.ts";
import type { KeepingView, OnApplicationInput } from "./schemas.ts";
import { whyNotNotice } from "./rules.ts";

/** How long an application is kept, and why; its legal hold, consent and notice (law 10). */
export async function showKeeping(
  ctx: ReadCtx,
  input: z.infer<typeof OnApplicationInput>,
): Promise<KeepingView> {
  return keepingView(ctx, input.applicationId);
}

/** The view of how long an application is kept. */
export async function keepingView(ctx: ReadCtx, applicationId: string): Promise<KeepingView> {
  const [row] = await ctx.read
    .select({ candidateId: application.candidateId, jobId: application.jobId })
    .from(application)
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, applicationId)));
  if (row === undefined) return refuse("NOT_FOUND", {});
  const all = await keepingOf(ctx, [row.candidateId]);
  const keeping = all.find((one) => one.applicationId === applicationId);
  if (keeping === undefined) return refuse("NOT_FOUND", {});
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const consent = await openConsent(ctx, row.candidateId);
  const notice = await noticeOf(ctx, applicationId);
  const owed = notice?.how === "notice";
  const { lower, upper, conflict } = keeping.bounds;
  return {
    candidateId: row.candidateId,
    verdict: keeping.verdict,
    why: keeping.why,
    sentence: wordsToStaff(keeping, (at) => dayWords(at, timeZone)),
    until: toInstant(keeping.until),
    lower: lower && boundView(lower),
    upper: upper && boundView(upper),
    conflict,
    pool: consent && { until: toInstant(consent.expiresAt), since: toInstant(consent.givenAt) },
    holds: await holdsOn(ctx, row),
    notice: notice && {
      how: notice.how,
      version: notice.version,
      dueAt: toInstant(notice.dueAt),
      sentAt: toInstant(notice.sentAt),
      state: notice.state,
    },
    may: {
      sendNotice: mayOf(whyNotNotice({ owed, sent: notice?.sentAt != null })),
      hold: mayOf(
        ctx.actor.kind === "member" && ctx.actor.roles.includes("admin")
          ? null
          : deny("FORBIDDEN", {}),
      ),
    },
  };
}

function boundView({ at, row }: Bound): NonNullable<KeepingView["lower"]> {
  return { at: toInstant(at), region: row.region, why: row.why };
}

async function holdsOn(
  { read, org }: ReadCtx,
  of: { candidateId: string; jobId: string },
): Promise<KeepingView["holds"]> {
  const rows = await read
    .select({ id: legalHold.id, setAt: legalHold.setAt, candidateId: legalHold.candidateId })
    .from(legalHold)
    .where(
      and(
        eq(legalHold.orgId, org.id),
        isNull(legalHold.liftedAt),
        or(eq(legalHold.candidateId, of.candidateId), eq(legalHold.jobId, of.jobId)),
      ),
    );
  return rows.map(({ id, setAt, candidateId }) => ({
    id,
    on: candidateId === null ? ("job" as const) : ("candidate" as const),
    setAt: toInstant(setAt),
  }));
}

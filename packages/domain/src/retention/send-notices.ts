import { application, candidate, privacyNotice } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNull, lte, notExists, sql } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { giveNotice } from "./notice.ts";

/** Where a person's data came from somebody else, so that they are owed a notice (GDPR 14). */
const FROM_OTHERS = ["added", "referred"] as const;

/** Days before the month is over on which the worker sends what nobody sent. */
const BEFORE_DUE = 3;
const AT_ONCE = 50;

/** Sends the notice where its month is nearly over and nobody did. Returns how many. */
export async function sendNotices(ctx: CommandCtx): Promise<number> {
  const soon = new Date(ctx.clock.getTime() + BEFORE_DUE * 86_400_000);
  const owed = await ctx.tx
    .select({ applicationId: application.id, candidateId: application.candidateId })
    .from(application)
    .innerJoin(
      candidate,
      and(eq(candidate.orgId, application.orgId), eq(candidate.id, application.candidateId)),
    )
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        inArray(application.source, [...FROM_OTHERS]),
        isNull(candidate.erasedAt),
        lte(sql`${application.createdAt} + interval '1 month'`, soon.toISOString()),
        notExists(
          ctx.tx
            .select({ one: sql`1` })
            .from(privacyNotice)
            .where(
              and(
                eq(privacyNotice.orgId, application.orgId),
                eq(privacyNotice.applicationId, application.id),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(application.createdAt))
    .limit(AT_ONCE);
  let sent = 0;
  for (const one of owed) if (await giveNotice(ctx, one, null)) sent += 1;
  return sent;
}

import { newId } from "@rubric/db";
import { application, candidate, jobPost, mail, privacyNotice } from "@rubric/db/schema";
import { and, asc, eq, inArray, isNull, lte, notExists, sql } from "drizzle-orm";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { settingsOf } from "../job/access.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { later } from "./bounds.ts";

/** Where a person's data came from somebody else, so that they are owed a notice (GDPR 14). */
const FROM_OTHERS = ["added", "referred"] as const;

/** Days before the month is over on which the worker sends what nobody sent. */
const BEFORE_DUE = 3;
const AT_ONCE = 50;

/** By when somebody who was added or referred must have the notice: one month (GDPR 14(3)). */
function noticeDue(createdAt: Date): Date {
  return later(createdAt, { months: 1 });
}

/** Writes down which notice is sent and puts it on its way; false if it was sent before. */
export async function giveNotice(
  ctx: CommandCtx,
  to: { applicationId: string; candidateId: string },
  sentBy: string | null,
): Promise<boolean> {
  const { applicationId, candidateId } = to;
  const { privacyNotice: text } = await settingsOf(ctx.tx, ctx.org.id);
  const at = { orgId: ctx.org.id, applicationId };
  const made = await ctx.tx
    .insert(privacyNotice)
    .values({ ...at, text, sentBy, mailId: newId(), at: ctx.clock })
    .onConflictDoNothing()
    .returning({ id: privacyNotice.applicationId });
  if (made.length === 0) return false;
  const mailId = await queueMail(ctx, {
    template: "retention.notice",
    recipient: "candidate",
    recipientId: candidateId,
    subjectId: applicationId,
  });
  await ctx.tx
    .update(privacyNotice)
    .set({ mailId })
    .where(and(eq(privacyNotice.orgId, at.orgId), eq(privacyNotice.applicationId, applicationId)));
  return true;
}

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

export type NoticeFacts = {
  /** `post`: they read it where they applied (GDPR 13); `notice`: it is sent to them (GDPR 14). */
  how: "post" | "notice";
  /** Of the post that they applied by. */
  version: number | null;
  dueAt: Date | null;
  sentAt: Date | null;
  state: (typeof mail.$inferSelect)["state"] | null;
};

/** How the person of an application was told what is done with their data. */
export async function noticeOf(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  applicationId: string,
): Promise<NoticeFacts | null> {
  const [row] = await read
    .select({
      source: application.source,
      createdAt: application.createdAt,
      version: jobPost.number,
      sentAt: privacyNotice.at,
      state: mail.state,
    })
    .from(application)
    .leftJoin(
      jobPost,
      and(eq(jobPost.orgId, application.orgId), eq(jobPost.id, application.postId)),
    )
    .leftJoin(
      privacyNotice,
      and(
        eq(privacyNotice.orgId, application.orgId),
        eq(privacyNotice.applicationId, application.id),
      ),
    )
    .leftJoin(mail, and(eq(mail.orgId, privacyNotice.orgId), eq(mail.id, privacyNotice.mailId)))
    .where(and(eq(application.orgId, org.id), eq(application.id, applicationId)));
  if (row === undefined) return null;
  const owed = row.source === "added" || row.source === "referred";
  return {
    how: owed ? "notice" : "post",
    version: row.version,
    dueAt: owed ? noticeDue(row.createdAt) : null,
    sentAt: owed ? row.sentAt : row.createdAt,
    state: row.state,
  };
}

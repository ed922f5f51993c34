import { newId } from "@rubric/db";
import { application, jobPost, mail, privacyNotice } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { keepNotice, statementFor } from "../baseline/keep-notice.ts";
import type { CommandCtx, ReadCtx } from "../context.ts";
import { settingsOf } from "../job/access.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { later } from "./bounds.ts";

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
  const { privacyNotice: own } = await settingsOf(ctx.tx, ctx.org.id);
  const statement = await statementFor(ctx, applicationId);
  const text = statement === null ? own : `${own}\n\n${statement}`;
  const at = { orgId: ctx.org.id, applicationId };
  const made = await ctx.tx
    .insert(privacyNotice)
    .values({ ...at, text, sentBy, mailId: newId(), at: ctx.clock })
    .onConflictDoNothing()
    .returning({ id: privacyNotice.applicationId });
  if (made.length === 0) return false;
  await keepNotice(ctx, applicationId, "notice", statement);
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

import { scorecard } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { queueMail } from "../mail/queue-mail.ts";

type Template =
  | "interview.scheduled"
  | "interview.moved"
  | "interview.cancelled"
  | "interview.proposed"
  | "interview.passedOn";
type MailCtx = Pick<CommandCtx, "tx" | "org" | "clock" | "enqueue">;

/** Queues an e-mail about an interview to the candidate. */
export async function tellCandidate(
  ctx: MailCtx,
  template: Template,
  candidateId: string,
  interviewId: string,
): Promise<void> {
  await queueMail(ctx, {
    template,
    recipient: "candidate",
    recipientId: candidateId,
    subjectId: interviewId,
  });
}

/** Queues an e-mail about an interview to each of these members. */
export async function tellMembers(
  ctx: MailCtx,
  template: Template,
  memberIds: readonly string[],
  interviewId: string,
): Promise<void> {
  for (const recipientId of memberIds) {
    await queueMail(ctx, { template, recipient: "member", recipientId, subjectId: interviewId });
  }
}

/** Who is to come to an interview, shadows too. */
export async function seatedIn(ctx: MailCtx, interviewId: string): Promise<string[]> {
  const rows = await ctx.tx
    .select({ id: scorecard.authorId })
    .from(scorecard)
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.interviewId, interviewId),
        inArray(scorecard.state, ["assigned", "draft"]),
      ),
    );
  return rows.map((row) => row.id);
}

import { hiringTeam } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { queueMail, type QueuedMail } from "../mail/queue-mail.ts";

/** Queues an e-mail about an application to each recruiter of its job, save one. */
export async function tellRecruiters(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock" | "enqueue">,
  about: { jobId: string; applicationId: string },
  template: QueuedMail["template"],
  exceptMemberId: string | null = null,
): Promise<void> {
  const recruiters = await ctx.tx
    .select({ memberId: hiringTeam.memberId })
    .from(hiringTeam)
    .where(
      and(
        eq(hiringTeam.orgId, ctx.org.id),
        eq(hiringTeam.jobId, about.jobId),
        eq(hiringTeam.duty, "recruiter"),
      ),
    );
  for (const { memberId } of recruiters) {
    if (memberId === exceptMemberId) continue;
    await queueMail(ctx, {
      template,
      recipient: "member",
      recipientId: memberId,
      subjectId: about.applicationId,
    });
  }
}

import { application, hiringTeam, relation } from "@rubric/db/schema";
import { and, eq, notExists, sql } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";
import { queueMail, type QueuedMail } from "../mail/queue-mail.ts";

/**
 * Queues an e-mail about an application to each recruiter of its job, save one and save whom it is
 * about (law 7).
 */
export async function tellRecruiters(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock" | "enqueue">,
  about: { jobId: string; applicationId: string },
  template: QueuedMail["template"],
  exceptMemberId: string | null = null,
): Promise<void> {
  const self = ctx.tx
    .select({ one: sql`1` })
    .from(application)
    .innerJoin(
      relation,
      and(eq(relation.orgId, application.orgId), eq(relation.candidateId, application.candidateId)),
    )
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.id, about.applicationId),
        eq(relation.memberId, hiringTeam.memberId),
        eq(relation.kind, "self"),
      ),
    );
  const recruiters = await ctx.tx
    .select({ memberId: hiringTeam.memberId })
    .from(hiringTeam)
    .where(
      and(
        eq(hiringTeam.orgId, ctx.org.id),
        eq(hiringTeam.jobId, about.jobId),
        eq(hiringTeam.duty, "recruiter"),
        isHeldDuty(),
        notExists(self),
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

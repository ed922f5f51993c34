import { hiringTeam } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";
import { queueMail } from "../mail/queue-mail.ts";
import type { TemplateName } from "../mail/templates/index.ts";
import { blindOn } from "../scorecard/seal-facts.ts";
import type { OfferRow } from "./facts.ts";

/** Queues an e-mail about an offer to the candidate. */
export async function tellCandidate(
  ctx: CommandCtx,
  candidateId: string,
  offerId: string,
  template: TemplateName,
): Promise<void> {
  await queueMail(ctx, {
    template,
    recipient: "candidate",
    recipientId: candidateId,
    subjectId: offerId,
  });
}

/** Queues an e-mail about an offer to one member; none to whom it is sealed (law 1). */
export async function tellMember(
  ctx: CommandCtx,
  memberId: string,
  offerId: string,
  template: TemplateName,
): Promise<void> {
  const { candidateId } = ctx.subject;
  if (candidateId === undefined) throw new Error(`An offer's e-mail is about a candidate.`);
  if ((await blindOn(ctx.tx, ctx.org.id, memberId, candidateId)) !== null) return;
  await queueMail(ctx, {
    template,
    recipient: "member",
    recipientId: memberId,
    subjectId: offerId,
  });
}

/** Tells the author and those who lead the job what the candidate answered. */
export async function tellAnswer(ctx: CommandCtx, version: OfferRow): Promise<void> {
  const leads = await ctx.tx
    .selectDistinct({ id: hiringTeam.memberId })
    .from(hiringTeam)
    .where(
      and(
        eq(hiringTeam.orgId, ctx.org.id),
        eq(hiringTeam.jobId, version.jobId),
        inArray(hiringTeam.duty, ["recruiter", "hiring_manager"]),
        isHeldDuty(),
      ),
    );
  for (const id of new Set([version.authorId, ...leads.map((lead) => lead.id)])) {
    await tellMember(ctx, id, version.id, "offer.answered");
  }
}

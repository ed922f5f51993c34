import { candidate, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { requireOpenJob, startApplication } from "../application/start-application.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { personOf } from "./json-resume/person-of.ts";
import { dropUpload, keepPapers, requireUpload } from "./papers.ts";
import { knownPerson, relate } from "./person.ts";
import type { ReferInput } from "./schemas.ts";
import { whyNotRefer } from "./rules.ts";

/**
 * Refers someone for a job: from here on the referrer takes no part in judging them (law 7). The
 * answer is the same whether or not the person is known or has applied.
 */
export async function referCandidate(
  ctx: CommandCtx,
  input: z.infer<typeof ReferInput>,
): Promise<{ done: true }> {
  const { memberId } = requireMember(ctx);
  const { jobId, note, uploadId } = input;
  await requireOpenJob(ctx, jobId);
  await requireOther(ctx, memberId, input.email);
  await requireUpload(ctx, uploadId);
  const { candidateId } = await knownPerson(ctx, personOf(input, null));
  await relate(ctx, { candidateId, memberId, kind: "referral", note });
  const started = await startApplication(ctx, {
    candidateId,
    jobId,
    source: "referred",
    referredBy: memberId,
  });
  if (started === null) {
    await dropUpload(ctx, uploadId);
  } else {
    const to = { applicationId: started.id, candidateId };
    await keepPapers(ctx, to, { uploadId, resume: null });
    await queueMail(ctx, {
      template: "candidate.added",
      recipient: "candidate",
      recipientId: candidateId,
      subjectId: started.id,
    });
  }
  ctx.audit({
    subject: { kind: "candidate", id: candidateId },
    after: { jobId, source: "referred", started: started !== null, uploadId },
    candidateId,
  });
  return { done: true };
}

/** Nobody refers themselves. */
async function requireOther(ctx: CommandCtx, memberId: string, email: string): Promise<void> {
  const [self] = await ctx.tx
    .select({ email: member.email, candidate: candidate.email })
    .from(member)
    .leftJoin(
      candidate,
      and(eq(candidate.orgId, member.orgId), eq(candidate.id, member.candidateId)),
    )
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, memberId)));
  const own = [self?.email, self?.candidate].filter((one) => one != null);
  refuseIf(whyNotRefer(email, own));
}

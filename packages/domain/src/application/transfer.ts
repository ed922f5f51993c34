import type { z } from "zod";
import { authorize } from "../authorize.ts";
import { carryNotice } from "../baseline/keep-notice.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { lockApplication } from "./access.ts";
import { endApplication } from "./end-application.ts";
import { isOfferOut } from "./offer-out.ts";
import { recordEvent } from "./record-event.ts";
import { whyNotNow, whyNotTransfer } from "./rules.ts";
import type { ApplicationView, TransferApplicationInput } from "./schemas.ts";
import { showApplication } from "./show.ts";
import { requireOpenJob, startApplication } from "./start-application.ts";

/**
 * Transfers a candidate who agreed to another job: this application ends and a new one, linked to
 * it, starts there (law 6). The actor recruits for both jobs. Answers with the new application.
 */
export async function transferApplication(
  ctx: CommandCtx,
  input: z.infer<typeof TransferApplicationInput>,
): Promise<ApplicationView> {
  const there = await authorize(ctx.tx, ctx.actor, ctx.org, "candidate.add", input.toJobId);
  if (!there.duties.has("job_recruiter")) return refuse("FORBIDDEN", {});
  const job = await requireOpenJob(ctx, input.toJobId);
  const row = await lockApplication(ctx, input.applicationId);
  refuseIf(whyNotNow("transfer", row.state));
  refuseIf(
    whyNotTransfer({
      state: row.state,
      offerOut: await isOfferOut(ctx, row.id),
      sameJob: row.jobId === job.id,
      job: job.state,
    }),
  );
  const started =
    (await startApplication(ctx, {
      candidateId: row.candidateId,
      jobId: job.id,
      source: "transferred",
      referredBy: row.referredBy,
      cvFileId: row.cvFileId,
      transferredFrom: row.id,
      answers: row.answers,
      provenAt: row.provenAt,
    })) ?? refuse("ACTIVE_APPLICATION", {});
  await carryNotice(ctx, row.id, started.id);
  await endApplication(ctx, row, "transferred", "transferred");
  await recordEvent(ctx, row.id, {
    kind: "application.transfer_explained",
    sealed: true,
    facts: { stageId: row.stageId, text: input.reason, to: job.title },
  });
  await queueMail(ctx, {
    template: "application.transferred",
    recipient: "candidate",
    recipientId: row.candidateId,
    subjectId: started.id,
  });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    before: { state: row.state, jobId: row.jobId },
    after: {
      state: "transferred",
      jobId: job.id,
      applicationId: started.id,
      reason: input.reason,
    },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: row.stageId },
  });
  return showApplication(
    { ...ctx, ...(await authorize(ctx.tx, ctx.actor, ctx.org, "application.show", started.id)) },
    { applicationId: started.id },
  );
}

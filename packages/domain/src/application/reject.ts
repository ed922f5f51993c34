import { job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { lockApplication } from "./access.ts";
import { endApplication } from "./end-application.ts";
import { isOfferOut } from "./offer-out.ts";
import { rejectionHolds } from "./reject-facts.ts";
import { whyNotReject } from "./rules.ts";
import type { ApplicationView, RejectApplicationInput } from "./schemas.ts";
import { showApplication } from "./show.ts";

/**
 * Rejects for an administrative reason whose fact holds (law 4). The e-mail leaves after the
 * policy's delay, so that a slip can be taken back.
 */
export async function rejectApplication(
  ctx: CommandCtx,
  input: z.infer<typeof RejectApplicationInput>,
): Promise<ApplicationView> {
  const row = await lockApplication(ctx, input.applicationId);
  const [of] = await ctx.tx
    .select({ state: job.state })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, row.jobId)));
  if (of === undefined) return refuse("NOT_FOUND", {});
  refuseIf(
    whyNotReject({
      state: row.state,
      offerOut: await isOfferOut(ctx, row.id),
      kind: input.kind,
      holds: await rejectionHolds(ctx, row, of.state, input.kind, input),
    }),
  );
  const sendAfter = await endApplication(ctx, row, "rejected", input.kind);
  await queueMail(ctx, {
    template: "application.rejected",
    recipient: "candidate",
    recipientId: row.candidateId,
    subjectId: row.id,
    sendAfter,
  });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    before: { state: row.state },
    after: {
      state: "rejected",
      kind: input.kind,
      answerKey: input.answerKey,
      otherApplicationId: input.otherApplicationId,
    },
    candidateId: row.candidateId,
  });
  return showApplication(ctx, input);
}

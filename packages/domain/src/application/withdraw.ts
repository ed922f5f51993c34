import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { lockApplication } from "./access.ts";
import { endApplication } from "./end-application.ts";
import { recordEvent } from "./record-event.ts";
import { whyNotNow } from "./rules.ts";
import type { ApplicationView, WithdrawApplicationInput } from "./schemas.ts";
import { showApplication } from "./show.ts";

/** Withdraws an application on the candidate's word; they are told that it was done. */
export async function withdrawApplication(
  ctx: CommandCtx,
  input: z.infer<typeof WithdrawApplicationInput>,
): Promise<ApplicationView> {
  const row = await lockApplication(ctx, input.applicationId);
  refuseIf(whyNotNow("withdraw", row.state));
  await endApplication(ctx, row, "withdrawn", "candidate_said");
  await recordEvent(ctx, row.id, {
    kind: "application.withdrawal_reported",
    sealed: true,
    facts: { stageId: row.stageId, text: input.said },
  });
  await queueMail(ctx, {
    template: "application.withdrawn",
    recipient: "candidate",
    recipientId: row.candidateId,
    subjectId: row.id,
  });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    before: { state: row.state },
    after: { state: "withdrawn", said: input.said },
    candidateId: row.candidateId,
    sealed: { applicationId: row.id, stageId: row.stageId },
  });
  return showApplication(ctx, input);
}

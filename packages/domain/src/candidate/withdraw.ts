import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { endApplication } from "../application/end-application.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { ownView, requireCandidate } from "./own.ts";
import { whyNotWithdrawOwn } from "./rules.ts";
import type { OwnApplicationInput, OwnView } from "./schemas.ts";
import { notToldOf } from "./told.ts";

/** Withdraws one's own application: always possible while it goes on (law 4). */
export async function withdrawOwn(
  ctx: CommandCtx,
  input: z.infer<typeof OwnApplicationInput>,
): Promise<OwnView> {
  const candidateId = requireCandidate(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const untold = await notToldOf(ctx, "application.rejected", [row.id]);
  refuseIf(whyNotWithdrawOwn(row.state, !untold.has(row.id)));
  await endApplication(ctx, row, "withdrawn", "candidate");
  await queueMail(ctx, {
    template: "application.withdrawn",
    recipient: "candidate",
    recipientId: candidateId,
    subjectId: row.id,
  });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    before: { state: row.state },
    after: { state: "withdrawn" },
    candidateId,
  });
  return ownView(ctx);
}

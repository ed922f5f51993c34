import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { endApplication } from "../application/end-application.ts";
import { knownTo } from "../application/known.ts";
import { keepRejectionMail } from "../application/rejection-mail.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { ownView, requireCandidate } from "./own.ts";
import { whyNotWithdrawOwn } from "./rules.ts";
import type { OwnApplicationInput, OwnView } from "./schemas.ts";

/**
 * Withdraws one's own application: always possible while it goes on (law 4), and while its end is
 * not told, which a refusal would tell.
 */
export async function withdrawOwn(
  ctx: CommandCtx,
  input: z.infer<typeof OwnApplicationInput>,
): Promise<OwnView> {
  const candidateId = requireCandidate(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const known = (await knownTo(ctx, [row]))(row);
  refuseIf(whyNotWithdrawOwn(known.state));
  if (!known.told) await keepRejectionMail(ctx, row.id);
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

import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { giveNotice, noticeOf } from "./notice.ts";
import type { KeepingView, OnApplicationInput } from "./schemas.ts";
import { keepingView } from "./show.ts";
import { whyNotNotice } from "./rules.ts";

/** Sends the privacy notice to somebody who was added or referred (GDPR 14). NOTICE_SENT, NOTICE_NOT_OWED. */
export async function sendNotice(
  ctx: CommandCtx,
  input: z.infer<typeof OnApplicationInput>,
): Promise<KeepingView> {
  const { memberId } = requireMember(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const notice = await noticeOf(ctx, row.id);
  refuseIf(whyNotNotice({ owed: notice?.how === "notice", sent: notice?.sentAt != null }));
  const to = { applicationId: row.id, candidateId: row.candidateId };
  if (!(await giveNotice(ctx, to, memberId))) return refuse("NOTICE_SENT", {});
  ctx.audit({
    subject: { kind: "application", id: row.id },
    after: { notice: "gdpr_14" },
    candidateId: row.candidateId,
  });
  return keepingView(ctx, row.id);
}

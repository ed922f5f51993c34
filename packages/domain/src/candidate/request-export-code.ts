import { mail } from "@rubric/db/schema";
import { and, eq, gt } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { beginAccess } from "../deadline/access-request.ts";
import { refuseIf } from "../errors.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { toInstant } from "../wire.ts";
import { requireCandidate } from "./own.ts";
import { whyNotSendCode } from "./rules.ts";
import type { CodeSentView } from "./schemas.ts";

const HOUR = 3_600_000;

/** Sends a fresh code that proves who asks for an export (law 10). It is made when the e-mail is. */
export async function requestExportCode(ctx: CommandCtx): Promise<z.infer<typeof CodeSentView>> {
  const candidateId = requireCandidate(ctx);
  const sent = await ctx.tx.$count(
    mail,
    and(
      eq(mail.orgId, ctx.org.id),
      eq(mail.recipientId, candidateId),
      eq(mail.template, "candidate.exportCode"),
      gt(mail.createdAt, new Date(ctx.clock.getTime() - HOUR)),
    ),
  );
  refuseIf(whyNotSendCode(sent, ctx.limits));
  await queueMail(ctx, {
    template: "candidate.exportCode",
    recipient: "candidate",
    recipientId: candidateId,
    subjectId: candidateId,
  });
  await beginAccess(ctx, candidateId);
  ctx.audit({ subject: { kind: "candidate", id: candidateId }, candidateId });
  const good = ctx.limits.exportCodeMinutes * 60_000;
  return { goodUntil: toInstant(new Date(ctx.clock.getTime() + good)) };
}

import { selfIdentification } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { lockApplication } from "../application/access.ts";
import { knownTo } from "../application/known.ts";
import type { CommandCtx } from "../context.ts";
import { refuseIf } from "../errors.ts";
import { requireJob } from "../job/access.ts";
import { askedWhere } from "./asked.ts";
import { openOwnAnswers } from "./own-answers.ts";
import { whyNotIdentify } from "./rules.ts";
import type { DoneView, IdentifyInput } from "./schemas.ts";

/**
 * Keeps how a candidate identifies themself for one application, in place of what they said before;
 * with no answers it takes all back, which they may at any time. Neither the answer of this command
 * nor its audit entry nor any event says what was answered, or whether anything was.
 */
export async function identify(
  ctx: CommandCtx,
  input: z.infer<typeof IdentifyInput>,
): Promise<z.infer<typeof DoneView>> {
  const { candidateId } = await openOwnAnswers(ctx);
  const row = await lockApplication(ctx, input.applicationId);
  const { state } = (await knownTo(ctx, [row]))(row);
  const goesOn = state === "active" || state === "on_hold";
  const { locations } = await requireJob(ctx.read, ctx.org.id, row.jobId);
  const { attributes } = (await askedWhere(ctx))(locations);
  refuseIf(whyNotIdentify(goesOn ? attributes : [], input.answers));
  const own = and(
    eq(selfIdentification.orgId, ctx.org.id),
    eq(selfIdentification.applicationId, row.id),
  );
  await ctx.tx.delete(selfIdentification).where(own);
  if (input.answers.length > 0) {
    await ctx.tx.insert(selfIdentification).values(
      input.answers.map((one) => ({
        orgId: ctx.org.id,
        applicationId: row.id,
        candidateId,
        ...one,
        answeredAt: ctx.clock,
      })),
    );
  }
  ctx.audit({ subject: { kind: "application", id: row.id }, candidateId });
  return { done: true };
}

import { violatedConstraint } from "@rubric/db";
import { application, job, mail, stage } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { deny, refuse, Refused, refuseIf } from "../errors.ts";
import { lockApplication } from "./access.ts";
import { nextWord } from "./enter-stage.ts";
import { knownTo } from "./known.ts";
import { planInterviews } from "./plan-interviews.ts";
import { recordEvent } from "./record-event.ts";
import { rejectionMail, takeBackDenial } from "./rejection-mail.ts";
import type { ApplicationView, TakeBackMailInput } from "./schemas.ts";
import { showApplication } from "./show.ts";

/**
 * Takes back an administrative rejection whose e-mail has not left. Who is first, this or the
 * worker that sends it, is settled by the e-mail's state: MAIL_LEFT if it was sent.
 */
export async function takeBackMail(
  ctx: CommandCtx,
  input: z.infer<typeof TakeBackMailInput>,
): Promise<ApplicationView> {
  const row = await lockApplication(ctx, input.applicationId);
  const [found] = await ctx.tx
    .select({ job: job.state, stage })
    .from(job)
    .innerJoin(stage, and(eq(stage.orgId, job.orgId), eq(stage.id, row.stageId)))
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, row.jobId)));
  if (found === undefined) return refuse("NOT_FOUND", {});
  refuseIf(await takeBackDenial(ctx, row, found.job));
  const letter = (await rejectionMail(ctx, row.id)) ?? refuse("NOTHING_TO_TAKE_BACK", {});
  // They were told nothing: what they knew all along is so again.
  const before = (await knownTo(ctx, [row]))(row);
  const state = before.state === "on_hold" ? "on_hold" : "active";
  const nextWordAt = before.nextWordAt ?? nextWord(ctx.clock, found.stage);
  const taken = await ctx.tx
    .update(mail)
    .set({ state: "taken_back" })
    .where(and(eq(mail.orgId, ctx.org.id), eq(mail.id, letter.id), eq(mail.state, "queued")))
    .returning({ id: mail.id });
  if (taken.length === 0) throw new Refused(deny("MAIL_LEFT", {}));
  await ctx.tx
    .update(application)
    .set({
      state,
      stateReason: null,
      endedAt: null,
      nextWordAt,
    })
    .where(and(eq(application.orgId, ctx.org.id), eq(application.id, row.id)))
    .catch((error: unknown) => {
      if (violatedConstraint(error) === "application_active_key") {
        return refuse("ACTIVE_APPLICATION", {});
      }
      throw error;
    });
  await planInterviews(ctx, row.id, found.stage);
  await recordEvent(ctx, row.id, { kind: "application.rejection_taken_back" });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    before: { state: row.state, kind: row.stateReason },
    after: { state },
    candidateId: row.candidateId,
  });
  return showApplication(ctx, input);
}

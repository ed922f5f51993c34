import { application, stage } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { deny, Refused, refuseIf } from "../errors.ts";
import { lockApplication } from "./access.ts";
import { nextWord } from "./enter-stage.ts";
import { recordEvent } from "./record-event.ts";
import { whyNotNow } from "./rules.ts";
import type { ApplicationView, ResumeApplicationInput } from "./schemas.ts";
import { showApplication } from "./show.ts";

/** Takes an application off hold; a next word that was promised for earlier stays promised. */
export async function resumeApplication(
  ctx: CommandCtx,
  input: z.infer<typeof ResumeApplicationInput>,
): Promise<ApplicationView> {
  const row = await lockApplication(ctx, input.applicationId);
  refuseIf(whyNotNow("resume", row.state));
  const [at] = await ctx.tx
    .select({ answerDays: stage.answerDays })
    .from(stage)
    .where(and(eq(stage.orgId, ctx.org.id), eq(stage.id, row.stageId)));
  const usual = nextWord(ctx.clock, at ?? { answerDays: 0 });
  const promised = row.nextWordAt;
  const nextWordAt =
    promised !== null && promised > ctx.clock && promised < usual ? promised : usual;
  const resumed = await ctx.tx
    .update(application)
    .set({ state: "active", nextWordAt })
    .where(
      and(
        eq(application.orgId, ctx.org.id),
        eq(application.id, row.id),
        eq(application.state, "on_hold"),
      ),
    )
    .returning({ id: application.id });
  if (resumed.length === 0) throw new Refused(deny("APPLICATION_STATE", { state: row.state }));
  await recordEvent(ctx, row.id, { kind: "application.resumed" });
  ctx.audit({
    subject: { kind: "application", id: row.id },
    before: { state: row.state },
    after: { state: "active", nextWordAt: nextWordAt.toISOString() },
    candidateId: row.candidateId,
  });
  return showApplication(ctx, input);
}

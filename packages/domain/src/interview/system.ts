import {
  application,
  hiringTeam,
  interview,
  organizationSettings,
  scorecard,
} from "@rubric/db/schema";
import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import { lockApplication } from "../application/access.ts";
import { recordEvent } from "../application/record-event.ts";
import { isHeldDuty } from "../held-duty.ts";
import { queueMail } from "../mail/queue-mail.ts";
import type { SystemCtx } from "../scorecard/system.ts";
import { planOf } from "./access.ts";
import { dueReminder } from "./reminders.ts";

const AT_ONCE = 200;

/** Notes that interviews were held, at their end, unless marked otherwise. Returns how many. */
export async function holdDue(ctx: SystemCtx): Promise<number> {
  const due = await ctx.tx
    .select()
    .from(interview)
    .where(
      and(
        eq(interview.orgId, ctx.org.id),
        eq(interview.state, "scheduled"),
        lte(interview.endsAt, ctx.clock),
      ),
    )
    .orderBy(asc(interview.applicationId), asc(interview.id))
    .limit(AT_ONCE);
  let count = 0;
  for (const row of due) {
    await lockApplication(ctx, row.applicationId);
    const held = await ctx.tx
      .update(interview)
      .set({ state: "held" })
      .where(
        and(
          eq(interview.orgId, ctx.org.id),
          eq(interview.id, row.id),
          eq(interview.state, "scheduled"),
          lte(interview.endsAt, ctx.clock),
        ),
      )
      .returning({ id: interview.id });
    if (held.length === 0) continue;
    const plan = await planOf(ctx.tx, ctx.org.id, row.planInterviewId);
    await recordEvent(ctx, row.applicationId, {
      kind: "interview.held",
      facts: { interviewId: row.id, name: plan.name },
    });
    count += 1;
  }
  return count;
}

/**
 * Reminds of owed scorecards (law 11): their author at the end of the interview and the next
 * morning, at nine in the organization's time zone; the morning after that the hiring manager is
 * told. Returns how many reminders were queued.
 */
export async function remindOwed(ctx: SystemCtx): Promise<number> {
  const [settings] = await ctx.tx
    .select({ timeZone: organizationSettings.timeZone })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, ctx.org.id));
  const owed = await ctx.tx
    .select({
      id: scorecard.id,
      authorId: scorecard.authorId,
      shadow: scorecard.shadow,
      remindedAt: scorecard.remindedAt,
      endsAt: interview.endsAt,
      jobId: application.jobId,
    })
    .from(scorecard)
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .innerJoin(
      application,
      and(eq(application.orgId, scorecard.orgId), eq(application.id, scorecard.applicationId)),
    )
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        inArray(scorecard.state, ["assigned", "draft"]),
        inArray(interview.state, ["scheduled", "held"]),
        inArray(application.state, ["active", "on_hold"]),
        lte(interview.endsAt, ctx.clock),
      ),
    )
    .orderBy(asc(scorecard.id));
  let count = 0;
  for (const card of owed) {
    if (card.endsAt === null) continue;
    const due = dueReminder(
      { endsAt: card.endsAt, remindedAt: card.remindedAt },
      settings?.timeZone ?? "UTC",
      ctx.limits.reminderHour,
      ctx.clock,
    );
    if (due === null || !(await noteReminded(ctx, card))) continue;
    if (due === "author") {
      await queueMail(ctx, {
        template: "scorecard.owed",
        recipient: "member",
        recipientId: card.authorId,
        subjectId: card.id,
      });
      count += 1;
    } else if (!card.shadow) count += await tellManagers(ctx, card);
  }
  return count;
}

/** Claims the reminder, so that two workers at once send one. */
async function noteReminded(
  ctx: SystemCtx,
  card: { id: string; remindedAt: Date | null },
): Promise<boolean> {
  const claimed = await ctx.tx
    .update(scorecard)
    .set({ remindedAt: ctx.clock })
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.id, card.id),
        inArray(scorecard.state, ["assigned", "draft"]),
        card.remindedAt === null
          ? isNull(scorecard.remindedAt)
          : eq(scorecard.remindedAt, card.remindedAt),
      ),
    )
    .returning({ id: scorecard.id });
  return claimed.length > 0;
}

async function tellManagers(ctx: SystemCtx, card: { id: string; jobId: string }): Promise<number> {
  const managers = await ctx.tx
    .select({ id: hiringTeam.memberId })
    .from(hiringTeam)
    .where(
      and(
        eq(hiringTeam.orgId, ctx.org.id),
        eq(hiringTeam.jobId, card.jobId),
        eq(hiringTeam.duty, "hiring_manager"),
        isHeldDuty(),
      ),
    );
  for (const { id } of managers) {
    await queueMail(ctx, {
      template: "scorecard.overdue",
      recipient: "member",
      recipientId: id,
      subjectId: card.id,
    });
  }
  return managers.length;
}

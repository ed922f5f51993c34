import type { Tx } from "@rubric/db";
import { deadline } from "@rubric/db/schema";
import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../context.ts";
import type { DeadlineKind } from "./schemas.ts";

type Ctx = { tx: Pick<Tx, "update">; org: { id: string }; clock: Date; actor?: Actor };

/** Meets the open deadlines that fit: in time or late, by whoever acts. Returns their ids. */
export async function meetDeadlines(
  ctx: Ctx,
  which: SQL | undefined,
  note?: string,
): Promise<string[]> {
  const at = ctx.clock.toISOString();
  const rows = await ctx.tx
    .update(deadline)
    .set({
      state: sql`case when ${deadline.dueAt} < ${at}::timestamptz then 'late' else 'done' end`,
      doneAt: ctx.clock,
      doneBy: ctx.actor?.kind === "member" ? ctx.actor.memberId : null,
      remindAt: null,
      ...(note === undefined ? {} : { note }),
    })
    .where(and(eq(deadline.orgId, ctx.org.id), eq(deadline.state, "open"), which))
    .returning({ id: deadline.id });
  return rows.map((row) => row.id);
}

/** Ends the open deadlines that fit because what they were about is gone. */
export async function voidDeadlines(ctx: Ctx, which: SQL | undefined): Promise<void> {
  await ctx.tx
    .update(deadline)
    .set({ state: "void", remindAt: null })
    .where(and(eq(deadline.orgId, ctx.org.id), eq(deadline.state, "open"), which));
}

const MET_BY: Readonly<Record<string, readonly DeadlineKind[]>> = {
  "application.rejected": ["next_word", "question_answer", "answer_interviewed"],
  "candidate.added": ["notice_art14"],
};

/** Meets what an e-mail meets by leaving: from now on its candidate was told. */
export async function metByMail(
  ctx: Ctx,
  { template, subjectId }: { template: string; subjectId: string },
): Promise<void> {
  const kinds = MET_BY[template];
  if (kinds === undefined) return;
  await meetDeadlines(
    ctx,
    and(
      eq(deadline.applicationId, subjectId),
      inArray(deadline.kind, [...kinds]),
      isNull(deadline.recordedBy),
    ),
  );
}

/** Ends what a job owed as long as it was open: the cure of a notice, and what was set by hand. */
export async function voidOfJob(ctx: Ctx, jobId: string): Promise<void> {
  await voidDeadlines(
    ctx,
    and(
      eq(deadline.jobId, jobId),
      inArray(deadline.kind, ["cure_notice", "promotion_notice", "own"]),
    ),
  );
}

import { newId } from "@rubric/db";
import { deadline, type DeadlineSource } from "@rubric/db/schema";
import type { CommandCtx } from "../context.ts";
import { KINDS } from "./kinds.ts";
import { pairOf, whoMayHave } from "./people.ts";
import { nextReminder } from "./reminders.ts";
import type { DeadlineKind } from "./schemas.ts";

export type BeginCtx = Pick<CommandCtx, "tx" | "read" | "org" | "clock" | "limits">;

export type Begun = {
  kind: DeadlineKind;
  subjectId: string;
  origin: string;
  startsAt: Date;
  setBy: readonly [DeadlineSource, ...DeadlineSource[]];
  jobId: string | null;
  applicationId: string | null;
  candidateId: string | null;
  timeZone: string;
  ownerId?: string | undefined;
  title?: string;
  recordedBy?: string;
};

/**
 * Begins a deadline, once: null if there is one of the same kind, about the same, that counts from
 * the same, or if one that no hand wrote is open already. Of any number at once one begins.
 */
export async function beginDeadline(
  ctx: BeginCtx,
  begun: Begun,
): Promise<typeof deadline.$inferSelect | null> {
  const { setBy, timeZone, ownerId, title, recordedBy, ...row } = begun;
  const dueAt = new Date(setBy[0].dueAt);
  const pair = pairOf(await whoMayHave(ctx, { ...row, ownerId }));
  const [made] = await ctx.tx
    .insert(deadline)
    .values({
      orgId: ctx.org.id,
      id: newId(),
      ...row,
      ...pair,
      subjectKind: KINDS[row.kind].subject,
      setBy: [...setBy],
      title: title ?? "",
      note: "",
      reassignReason: "",
      dueAt,
      state: "open",
      recordedBy: recordedBy ?? null,
      remindAt: nextReminder(
        { kind: row.kind, dueAt },
        timeZone,
        ctx.limits.reminderHour,
        ctx.clock,
      ),
      createdAt: ctx.clock,
    })
    .onConflictDoNothing()
    .returning();
  return made ?? null;
}

/** Whether a list has an element. */
export function isSome<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}

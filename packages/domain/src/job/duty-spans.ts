import { among, type Given, newId, prepared, type Reader, together } from "@rubric/db";
import { hiringTeam, pastDuty } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { allowsDuty, type TeamDuty } from "../duties.ts";
import { isHeldDuty } from "../held-duty.ts";

type Ctx = Pick<CommandCtx, "tx" | "org" | "clock">;
type Seat = { memberId: string; duty: TeamDuty };

/** Names the team of a job: who stays keeps their beginning, and who goes leaves a past duty. */
export async function replaceTeam(ctx: Ctx, jobId: string, team: readonly Seat[]): Promise<void> {
  const orgId = ctx.org.id;
  const here = and(eq(hiringTeam.orgId, orgId), eq(hiringTeam.jobId, jobId));
  const held = await ctx.tx.select().from(hiringTeam).where(and(here, isHeldDuty()));
  await ctx.tx.delete(hiringTeam).where(here);
  const same = (a: Seat) => (b: Seat) => a.memberId === b.memberId && a.duty === b.duty;
  await endDuties(
    ctx,
    held.filter((row) => !team.some(same(row))),
  );
  if (team.length === 0) return;
  await ctx.tx.insert(hiringTeam).values(
    team.map((seat) => {
      const { memberId, duty } = seat;
      const stays = held.find(same(seat));
      return { orgId, jobId, memberId, duty, since: stays === undefined ? ctx.clock : stays.since };
    }),
  );
}

/** Ends the duties that a member's next roles no longer allow, and begins anew those they allow again. */
export async function followRoles(
  ctx: Ctx,
  memberId: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const own = and(eq(hiringTeam.orgId, ctx.org.id), eq(hiringTeam.memberId, memberId));
  const seats = await ctx.tx.select().from(hiringTeam).where(own);
  const changed = seats.filter(
    (row) => allowsDuty(before, row.duty) !== allowsDuty(after, row.duty),
  );
  await endDuties(
    ctx,
    changed.filter((row) => allowsDuty(before, row.duty)),
  );
  const regained = changed.filter((row) => allowsDuty(after, row.duty)).map((row) => row.duty);
  if (regained.length === 0) return;
  await ctx.tx
    .update(hiringTeam)
    .set({ since: ctx.clock })
    .where(and(own, inArray(hiringTeam.duty, regained)));
}

async function endDuties(ctx: Ctx, rows: readonly (typeof hiringTeam.$inferSelect)[]) {
  if (rows.length === 0) return;
  await ctx.tx
    .insert(pastDuty)
    .values(rows.map((row) => ({ ...row, id: newId(), until: ctx.clock })));
}

/** A time in which a member held a duty on a job; `to` null: they still do. */
export type DutySpan = { jobId: string; duty: TeamDuty; from: Date; to: Date | null };

type Duties = { orgId: string; memberId: string; jobIds: readonly string[] };
const held = prepared((db, of: Given<Duties>) =>
  db
    .select()
    .from(hiringTeam)
    .where(
      and(
        eq(hiringTeam.orgId, of.orgId),
        eq(hiringTeam.memberId, of.memberId),
        among(hiringTeam.jobId, of.jobIds),
        isHeldDuty(),
      ),
    ),
);
const ended = prepared((db, of: Given<Duties>) =>
  db
    .select()
    .from(pastDuty)
    .where(
      and(
        eq(pastDuty.orgId, of.orgId),
        eq(pastDuty.memberId, of.memberId),
        among(pastDuty.jobId, of.jobIds),
      ),
    ),
);

/** When a member held which duty on these jobs: what they hold now and what was ended. */
export async function dutySpans(
  read: Reader,
  orgId: string,
  memberId: string,
  jobIds: readonly string[],
): Promise<DutySpan[]> {
  if (jobIds.length === 0) return [];
  const of = { orgId, memberId, jobIds };
  const [now, past] = await together([held(read, of), ended(read, of)]);
  return [...now.map((row) => ({ ...row, until: null })), ...past].map((row) => ({
    jobId: row.jobId,
    duty: row.duty,
    from: row.since ?? new Date(0),
    to: row.until,
  }));
}

import { deadline } from "@rubric/db/schema";
import { and, asc, desc, eq, gt, gte, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { requireMember } from "../identity/access.ts";
import { dayAround } from "../interview/mornings.ts";
import { whyNotAllowed } from "../may.ts";
import { Id, Instant, toInstant } from "../wire.ts";
import { timeZoneOf } from "./facts.ts";
import { deadlineLines } from "./lines.ts";
import { weekEnd } from "./rules.ts";
import type { DeadlineListView, ListDeadlinesInput, When } from "./schemas.ts";
import { absenceOf } from "./set-away.ts";
import { recordableJobs } from "./recordable.ts";
import { type DeadlineReader, deadlineReader, isMine, isVisible } from "./visible.ts";

const PAGE = 50;
const COUNTED = 500;

const Cursor = z.tuple([Instant, Id]);

type Day = { from: Date; to: Date };
type Input = z.infer<typeof ListDeadlinesInput>;

/**
 * The deadlines that a member may see, the soonest first, 50 a page; those that were met, the last
 * first. How many are late, due today, within a week and later.
 */
export async function listDeadlines(ctx: ReadCtx, input: Input): Promise<DeadlineListView> {
  const member = requireMember(ctx);
  const reader = await deadlineReader(ctx, member);
  const timeZone = await timeZoneOf(ctx);
  const day = dayAround(ctx.clock, timeZone);
  const scope = scopeOf(ctx, reader, input);
  const found = await deadlineRows(
    ctx,
    { where: scope, when: input.when ?? null, day },
    input.cursor,
  );
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return {
    now: toInstant(ctx.clock),
    timeZone,
    lines: await deadlineLines(ctx, reader, rows, day),
    next: found.length > PAGE && last !== undefined ? `${toInstant(last.dueAt)}_${last.id}` : null,
    counts: {
      late: await countOf(ctx, and(scope, at("late", ctx.clock, day))),
      today: await countOf(ctx, and(scope, at("today", ctx.clock, day))),
      week: await countOf(ctx, and(scope, at("week", ctx.clock, day))),
      later: await countOf(ctx, and(scope, at("later", ctx.clock, day))),
    },
    jobs: whyNotAllowed("job.create", ctx.duties) === null ? await recordableJobs(ctx, reader) : [],
    absence: await absenceOf(ctx, member.memberId),
  };
}

/** The rows of a page and one more, where there is one. */
export function deadlineRows(
  ctx: Pick<ReadCtx, "read" | "org" | "clock">,
  which: { where: SQL | undefined; when: When | null; day: Day },
  cursor: string | null | undefined,
) {
  const past = which.when === "past";
  const order = past ? desc : asc;
  return ctx.read
    .select()
    .from(deadline)
    .where(
      and(
        eq(deadline.orgId, ctx.org.id),
        which.where,
        which.when === null ? isOpen : at(which.when, ctx.clock, which.day),
        after(cursor, past),
      ),
    )
    .orderBy(order(deadline.dueAt), order(deadline.id))
    .limit(PAGE + 1);
}

const isOpen = eq(deadline.state, "open");

/** That a `deadline` stands so at an instant, on a day of the organization's. */
function at(when: When, now: Date, day: Day): SQL | undefined {
  const week = weekEnd(day);
  switch (when) {
    case "late":
      return and(isOpen, lt(deadline.dueAt, now));
    case "today":
      return and(isOpen, gte(deadline.dueAt, now), lt(deadline.dueAt, day.to));
    case "week":
      return and(isOpen, gte(deadline.dueAt, day.to), lt(deadline.dueAt, week));
    case "later":
      return and(isOpen, gte(deadline.dueAt, week));
    case "past":
      return inArray(deadline.state, ["done", "late"]);
  }
}

function scopeOf(ctx: ReadCtx, reader: DeadlineReader, input: Input): SQL | undefined {
  return and(
    isVisible(reader, ctx.clock),
    input.scope === "mine" ? isMine(reader, ctx.clock) : undefined,
    input.kind == null ? undefined : eq(deadline.kind, input.kind),
    input.jobId == null ? undefined : eq(deadline.jobId, input.jobId),
  );
}

function after(cursor: string | null | undefined, past: boolean): SQL | undefined {
  if (cursor == null) return undefined;
  const parsed = Cursor.safeParse(cursor.split("_"));
  if (!parsed.success) return refuse("BAD_INPUT", { fields: { cursor: "This page is gone." } });
  const [due, id] = parsed.data;
  const dueAt = new Date(due);
  const beyond = past ? lt : gt;
  return or(beyond(deadline.dueAt, dueAt), and(eq(deadline.dueAt, dueAt), beyond(deadline.id, id)));
}

async function countOf(ctx: ReadCtx, where: SQL | undefined): Promise<number> {
  const some = ctx.read
    .select({ id: deadline.id })
    .from(deadline)
    .where(and(eq(deadline.orgId, ctx.org.id), where))
    .limit(COUNTED)
    .as("some");
  const [row] = await ctx.read.select({ count: sql`count(*)`.mapWith(Number) }).from(some);
  return row?.count ?? 0;
}

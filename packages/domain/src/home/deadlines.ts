import { deadline } from "@rubric/db/schema";
import { and, asc, eq, inArray, lt, notInArray, or } from "drizzle-orm";
import type { Member, ReadCtx } from "../context.ts";
import { deadlineLines } from "../deadline/lines.ts";
import { weekEnd } from "../deadline/rules.ts";
import type { DeadlineKind } from "../deadline/schemas.ts";
import { deadlineReader, isMine, isVisible } from "../deadline/visible.ts";
import type { HomeView } from "./schemas.ts";

const MOST = 20;

/** What waits for one under a name of its own: scorecards, words, questions, offers. */
const NAMED: readonly DeadlineKind[] = [
  "scorecard_owed",
  "next_word",
  "question_answer",
  "offer_expiry",
];

/**
 * The reader's other deadlines that are late or due within a week, and all feedback that is owed,
 * the soonest first.
 */
export async function nearDeadlines(
  ctx: ReadCtx,
  member: Member,
  day: { to: Date },
): Promise<HomeView["deadlines"]> {
  const reader = await deadlineReader(ctx, member);
  const rows = await ctx.read
    .select()
    .from(deadline)
    .where(
      and(
        eq(deadline.orgId, ctx.org.id),
        eq(deadline.state, "open"),
        notInArray(deadline.kind, [...NAMED]),
        or(lt(deadline.dueAt, weekEnd(day)), eq(deadline.kind, "feedback_owed")),
        isVisible(reader, ctx.clock),
        isMine(reader, ctx.clock),
      ),
    )
    .orderBy(asc(deadline.dueAt), asc(deadline.id))
    .limit(MOST);
  const lines = await deadlineLines(ctx, reader, rows, day);
  return lines.map(({ id, what, dueAt, when, applicationId, job }) => ({
    id,
    what,
    dueAt,
    late: when === "late",
    applicationId,
    job: job?.title ?? null,
  }));
}

/** When the words and answers that are owed in these applications are due, by kind and application. */
export async function wordsDue(
  ctx: Pick<ReadCtx, "read" | "org">,
  applicationIds: readonly string[],
): Promise<(kind: "next_word" | "question_answer", applicationId: string) => Date | null> {
  if (applicationIds.length === 0) return () => null;
  const rows = await ctx.read
    .select({ kind: deadline.kind, id: deadline.applicationId, dueAt: deadline.dueAt })
    .from(deadline)
    .where(
      and(
        eq(deadline.orgId, ctx.org.id),
        eq(deadline.state, "open"),
        inArray(deadline.kind, ["next_word", "question_answer"]),
        inArray(deadline.applicationId, [...applicationIds]),
      ),
    );
  const known = new Map(rows.map(({ kind, id, dueAt }) => [`${kind} ${id}`, dueAt]));
  return (kind, id) => known.get(`${kind} ${id}`) ?? null;
}

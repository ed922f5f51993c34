import { deadline, job } from "@rubric/db/schema";
import { and, asc, eq, ne } from "drizzle-orm";
import type { Known } from "../../application/known.ts";
import type { ReadCtx } from "../../context.ts";
import { KINDS } from "../../deadline/kinds.ts";
import { isDeadlineKind } from "../../deadline/rules.ts";
import { toInstant } from "../../wire.ts";
import { dutiesOnJob } from "./duties.ts";
import type { ExportDocument } from "./schema.ts";

type Row = typeof deadline.$inferSelect;

/** Where the words for members speak of the person twice. */
const TO_THEM: Readonly<Record<string, string>> = {
  question_answer: "Answer your question",
  feedback_owed: "Write the feedback that you asked for",
  notice_art14: "Tell you that your data is held, and where it came from",
  access_request: "Give you the data that is held about you",
};

/**
 * What is owed to or about the person, by when and by whom, by duty. What an interviewer owes stands
 * with their scorecard. Of a rejection that is yet to be told a deadline shows nothing: it is open.
 */
export async function exportedDeadlines(
  ctx: Pick<ReadCtx, "read" | "org">,
  candidateId: string,
  knownOf: ReadonlyMap<string, Known>,
): Promise<ExportDocument["deadlines"]> {
  const rows = await ctx.read
    .select({ deadline, job: job.title })
    .from(deadline)
    .leftJoin(job, and(eq(job.orgId, deadline.orgId), eq(job.id, deadline.jobId)))
    .where(
      and(
        eq(deadline.orgId, ctx.org.id),
        eq(deadline.candidateId, candidateId),
        ne(deadline.kind, "scorecard_owed"),
      ),
    )
    .orderBy(asc(deadline.dueAt), asc(deadline.id));
  const told = ({ applicationId }: Row) =>
    applicationId === null || knownOf.get(applicationId)?.told !== false;
  const shown: ExportDocument["deadlines"] = [];
  for (const { deadline: row, job: title } of rows) {
    const by = row.jobId === null ? null : await dutiesOnJob(ctx, row.jobId);
    shown.push({
      job: title,
      what: whatOf(row),
      by: row.ownerId === null ? null : (by?.(row.ownerId) ?? "a member"),
      state: told(row) ? row.state : "open",
      since: toInstant(row.startsAt),
      dueAt: toInstant(row.dueAt),
      doneAt: told(row) ? toInstant(row.doneAt) : null,
      note: told(row) ? row.note : "",
      setBy: row.setBy.map(({ sentence, source }) => ({ sentence, source })),
    });
  }
  return shown;
}

function whatOf({ kind, title }: Row): string {
  if (title !== "") return title;
  return TO_THEM[kind] ?? (isDeadlineKind(kind) ? KINDS[kind].what("you") : kind);
}

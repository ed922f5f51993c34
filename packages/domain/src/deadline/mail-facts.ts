import { candidate, deadline, job, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { memberFrom } from "../identity/access.ts";
import type { LetterCtx } from "../mail/letter.ts";
import { dayWords } from "../mail/wording.ts";
import { isDeadlineKind } from "./rules.ts";
import { deadlineReader, isVisible, knowsCandidate } from "./visible.ts";
import { whatOf } from "./lines.ts";

/**
 * What an e-mail says of an open deadline to its reader, as they may know it when it is written:
 * null if it is met or gone, if the reader may not see it (law 7), or if they are blind on its
 * candidate, save for a scorecard of their own (law 1).
 */
export async function deadlineFacts(
  ctx: Pick<LetterCtx, "read" | "org" | "clock" | "recipient" | "subjectId" | "timeZone">,
) {
  const [to] = await ctx.read
    .select()
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), eq(member.id, ctx.recipient.id)));
  if (to === undefined) return null;
  const reader = await deadlineReader(ctx, memberFrom(to));
  const [found] = await ctx.read
    .select({
      row: deadline,
      whom: candidate.name,
      job: job.title,
      confidential: job.confidential,
      owner: member.name,
    })
    .from(deadline)
    .leftJoin(
      candidate,
      and(eq(candidate.orgId, deadline.orgId), eq(candidate.id, deadline.candidateId)),
    )
    .leftJoin(job, and(eq(job.orgId, deadline.orgId), eq(job.id, deadline.jobId)))
    .leftJoin(member, and(eq(member.orgId, deadline.orgId), eq(member.id, deadline.ownerId)))
    .where(
      and(
        eq(deadline.orgId, ctx.org.id),
        eq(deadline.id, ctx.subjectId),
        isVisible(reader, ctx.clock),
      ),
    );
  if (found === undefined || found.row.state !== "open") return null;
  const { row } = found;
  if (!isDeadlineKind(row.kind)) return null;
  const own = row.ownerId === to.id;
  const sealed = row.candidateId !== null && reader.blindOn.includes(row.candidateId);
  if (sealed && !(own && row.kind === "scorecard_owed")) return null;
  const knows = knowsCandidate(reader, { ...row, confidential: found.confidential === true });
  const [first] = row.setBy;
  return {
    what: whatOf(row.kind, row.title, knows ? found.whom : null),
    job: knows || to.roles.includes("admin") ? found.job : null,
    due: dayWords(row.dueAt, ctx.timeZone),
    because: first === undefined ? null : `${first.sentence} ${first.source}`.trim(),
    owner: own ? null : found.owner,
    reason: row.reassignReason,
  };
}

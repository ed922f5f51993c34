import {
  debrief,
  decision,
  member,
  note,
  scorecard,
  scorecardNote,
  scorecardRating,
  scorecardVersion,
} from "@rubric/db/schema";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { ApplicationRow } from "../application/rows.ts";
import { othersOf } from "../candidate/others.ts";
import type { ReadCtx } from "../context.ts";
import type { Judged } from "./rules.ts";

type Ctx = Pick<ReadCtx, "read" | "org">;

/** What others than its author wrote about the candidate of an application, and who judged them. */
export async function judgedBy(
  { read, org }: Ctx,
  { id: applicationId, jobId, candidateId }: Pick<ApplicationRow, "id" | "jobId" | "candidateId">,
  authorId: string,
): Promise<Judged> {
  const cards = await read
    .select({ id: scorecard.id, authorId: scorecard.authorId })
    .from(scorecard)
    .where(and(eq(scorecard.orgId, org.id), eq(scorecard.applicationId, applicationId)));
  const others = cards.filter((one) => one.authorId !== authorId).map(({ id }) => id);
  type Table = typeof scorecardVersion | typeof scorecardRating | typeof scorecardNote;
  const of = (table: Table) => and(eq(table.orgId, org.id), inArray(table.scorecardId, others));
  const versions = await read
    .select({ text: scorecardVersion.summary })
    .from(scorecardVersion)
    .where(of(scorecardVersion));
  const rated = await read
    .select({ text: scorecardRating.evidence })
    .from(scorecardRating)
    .where(of(scorecardRating));
  const noted = await read
    .select({ text: scorecardNote.text })
    .from(scorecardNote)
    .where(of(scorecardNote));
  const notes = await read
    .select({ text: note.text })
    .from(note)
    .where(
      and(
        eq(note.orgId, org.id),
        eq(note.applicationId, applicationId),
        eq(note.kind, "assessment"),
        ne(note.authorId, authorId),
      ),
    );
  const debriefs = await read
    .select({ text: debrief.notes })
    .from(debrief)
    .where(and(eq(debrief.orgId, org.id), eq(debrief.applicationId, applicationId)));
  const decided = await read
    .select({ by: decision.decidedBy })
    .from(decision)
    .where(and(eq(decision.orgId, org.id), eq(decision.applicationId, applicationId)));
  const people = [
    ...new Set([...cards.map((one) => one.authorId), ...decided.map(({ by }) => by)]),
  ];
  const names =
    people.length === 0
      ? []
      : await read
          .select({ name: member.name })
          .from(member)
          .where(and(eq(member.orgId, org.id), inArray(member.id, people)));
  return {
    texts: [...versions, ...rated, ...noted, ...notes, ...debriefs].map(({ text }) => text),
    names: names.map(({ name }) => name),
    others: await othersOf({ read, org }, { jobId, candidateId }),
  };
}

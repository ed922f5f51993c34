import { candidate, deadline, job, member, scorecard } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import { type DeadlineRow, mayReassign } from "./access.ts";
import { actingOf } from "./acting.ts";
import { KINDS } from "./kinds.ts";
import { isByHand, isDeadlineKind, whenOf } from "./rules.ts";
import type { DeadlineLine } from "./schemas.ts";
import { type DeadlineReader, isSealedTo, knowsCandidate } from "./visible.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;

/** Deadlines as their reader may know them: a name only where it is theirs to know. */
export async function deadlineLines(
  ctx: Ctx,
  reader: DeadlineReader,
  rows: readonly DeadlineRow[],
  day: { to: Date },
): Promise<DeadlineLine[]> {
  if (rows.length === 0) return [];
  const acting = await actingIn(ctx, rows);
  const jobs = await jobsOf(ctx, rows);
  const candidates = await candidatesOf(ctx, rows);
  const interviews = await interviewsOf(ctx, rows);
  const people = await namesOf(ctx, [
    ...rows.flatMap((row) => [row.ownerId, row.standInId, row.doneBy]),
    ...acting.values(),
  ]);
  const personOf = (id: string | null) => {
    const name = id === null ? undefined : people.get(id);
    return id === null || name === undefined ? null : { memberId: id, name };
  };
  return rows.flatMap((row): DeadlineLine[] => {
    const { kind, state } = row;
    if (!isDeadlineKind(kind) || state === "void") return [];
    const of = row.jobId === null ? undefined : jobs.get(row.jobId);
    const knows = knowsCandidate(reader, { ...row, confidential: of?.confidential ?? false });
    const whom =
      row.candidateId === null || !knows ? null : (candidates.get(row.candidateId) ?? null);
    const has = acting.get(row.id) ?? row.ownerId;
    const member = reader.member.memberId;
    const own = kind === "scorecard_owed" && row.ownerId === member;
    const knowsJob = of !== undefined && (knows || reader.member.roles.includes("admin"));
    return [
      {
        id: row.id,
        kind,
        what: whatOf(kind, row.title, whom),
        when: state === "open" ? whenOf(row.dueAt, ctx.clock, day) : "past",
        state,
        dueAt: toInstant(row.dueAt),
        startsAt: toInstant(row.startsAt),
        doneAt: toInstant(row.doneAt),
        doneBy: personOf(row.doneBy)?.name ?? null,
        note: row.note,
        setBy: row.setBy.map(({ by, region, sentence, source, dueAt }) => ({
          by,
          region,
          sentence,
          source,
          dueAt,
        })),
        owner: personOf(row.ownerId),
        standIn: personOf(row.standInId),
        acting: personOf(has),
        mine: has === member,
        reassignReason: isSealedTo(reader, row.candidateId) ? "" : row.reassignReason,
        candidate: whom,
        job: knowsJob ? { jobId: of.id, title: of.title } : null,
        applicationId: knows && !own ? row.applicationId : null,
        onOffer:
          row.jobId !== null &&
          reader.jobs.leads.has(row.jobId) &&
          (KINDS[kind].subject === "offer" ||
            (kind === "works_council" && row.recordedBy === null)),
        interviewId: own ? (interviews.get(row.subjectId) ?? null) : null,
        may: {
          complete: state === "open" && isByHand(kind, row.recordedBy),
          reassign: state === "open" && kind !== "scorecard_owed" && mayReassign(reader, row),
          open: knows,
        },
      },
    ];
  });
}

/** What is to be done, in a sentence; without a name for who may not know it. */
export function whatOf(kind: keyof typeof KINDS, title: string, whom: string | null): string {
  const said = KINDS[kind].what(whom ?? "a candidate");
  return title === "" ? said : said === "" ? title : `${said}: ${title}`;
}

async function actingIn(ctx: Ctx, rows: readonly DeadlineRow[]) {
  const found = await ctx.read
    .select({ id: deadline.id, memberId: actingOf(ctx.clock) })
    .from(deadline)
    .where(
      and(
        eq(deadline.orgId, ctx.org.id),
        inArray(
          deadline.id,
          rows.map((row) => row.id),
        ),
      ),
    );
  return new Map(found.map((row) => [row.id, row.memberId]));
}

async function namesOf(ctx: Ctx, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map<string, string>();
  const rows = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), inArray(member.id, wanted)));
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function jobsOf(ctx: Ctx, rows: readonly DeadlineRow[]) {
  const ids = [...new Set(rows.flatMap((row) => row.jobId ?? []))];
  if (ids.length === 0) return new Map<string, never>();
  const found = await ctx.read
    .select({ id: job.id, title: job.title, confidential: job.confidential })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), inArray(job.id, ids)));
  return new Map(found.map((row) => [row.id, row]));
}

async function candidatesOf(ctx: Ctx, rows: readonly DeadlineRow[]) {
  const ids = [...new Set(rows.flatMap((row) => row.candidateId ?? []))];
  if (ids.length === 0) return new Map<string, string>();
  const found = await ctx.read
    .select({ id: candidate.id, name: candidate.name })
    .from(candidate)
    .where(and(eq(candidate.orgId, ctx.org.id), inArray(candidate.id, ids)));
  return new Map(found.map((row) => [row.id, row.name]));
}

async function interviewsOf(ctx: Ctx, rows: readonly DeadlineRow[]) {
  const ids = rows.flatMap((row) => (row.kind === "scorecard_owed" ? [row.subjectId] : []));
  if (ids.length === 0) return new Map<string, string>();
  const found = await ctx.read
    .select({ id: scorecard.id, interviewId: scorecard.interviewId })
    .from(scorecard)
    .where(and(eq(scorecard.orgId, ctx.org.id), inArray(scorecard.id, ids)));
  return new Map(found.map((row) => [row.id, row.interviewId]));
}

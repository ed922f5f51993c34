import { among, type Given, newId, prepared, type Reader } from "@rubric/db";
import { application, interview, member, relation, scorecard } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import { hidesJob } from "../application/visible-jobs.ts";
import type { CommandCtx } from "../context.ts";
import { refuse, refuseIf } from "../errors.ts";
import type { InterviewRow } from "./access.ts";
import { whyNotFit } from "./rules.ts";

export type Seat = { memberId: string; shadow: boolean };

/** The seats of those who interview and of those who watch, in this order. */
export function seatsFor(of: {
  interviewers: readonly string[];
  shadows: readonly string[];
}): Seat[] {
  return [
    ...of.interviewers.map((memberId) => ({ memberId, shadow: false })),
    ...of.shadows.map((memberId) => ({ memberId, shadow: true })),
  ];
}

/** Who of these people may not sit in an interview of the candidate, and why. */
export async function unfit(
  read: Reader,
  orgId: string,
  about: { jobId: string; candidateId: string },
  memberIds: readonly string[],
): Promise<{ conflicted: string[]; inactive: string[]; names: ReadonlyMap<string, string> }> {
  const members = await read
    .select({ id: member.id, name: member.name, state: member.state })
    .from(member)
    .where(
      and(eq(member.orgId, orgId), eq(member.kind, "person"), inArray(member.id, [...memberIds])),
    );
  const related = await read
    .select({ memberId: relation.memberId })
    .from(relation)
    .where(
      and(
        eq(relation.orgId, orgId),
        eq(relation.candidateId, about.candidateId),
        inArray(relation.memberId, [...memberIds]),
      ),
    );
  const applicants = await read
    .select({ memberId: relation.memberId })
    .from(relation)
    .innerJoin(
      application,
      and(eq(application.orgId, relation.orgId), eq(application.candidateId, relation.candidateId)),
    )
    .where(
      and(
        eq(relation.orgId, orgId),
        eq(relation.kind, "self"),
        inArray(relation.memberId, [...memberIds]),
        eq(application.jobId, about.jobId),
        hidesJob(),
      ),
    );
  const conflicted = new Set([...related, ...applicants].map((row) => row.memberId));
  const active = new Set(members.filter((m) => m.state === "active").map((m) => m.id));
  if (members.length !== new Set(memberIds).size) refuse("NOT_FOUND", {});
  return {
    conflicted: memberIds.filter((id) => conflicted.has(id)),
    inactive: memberIds.filter((id) => !active.has(id)),
    names: new Map(members.map((m) => [m.id, m.name])),
  };
}

/** Refuses members who are not active or whom law 7 keeps away. */
export async function requireFit(
  read: Reader,
  orgId: string,
  about: { jobId: string; candidateId: string },
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { conflicted, inactive, names } = await unfit(read, orgId, about, memberIds);
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? "");
  refuseIf(whyNotFit({ conflicted: named(conflicted), inactive: named(inactive) }));
  return names;
}

/** Assigns a scorecard to each seat: from here on each of them is sealed (law 1). */
export async function assignSeats(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  row: Pick<InterviewRow, "id" | "applicationId" | "stageId">,
  seats: readonly Seat[],
): Promise<void> {
  await ctx.tx.insert(scorecard).values(
    seats.map(({ memberId, shadow }) => ({
      orgId: ctx.org.id,
      id: newId(),
      interviewId: row.id,
      applicationId: row.applicationId,
      stageId: row.stageId,
      authorId: memberId,
      shadow,
      state: "assigned" as const,
      draftRevision: 0,
      version: 0,
      countsToQuorum: false,
      assignedAt: ctx.clock,
    })),
  );
}

/** Who interviews, shadows left out, of an interview that nobody judged yet. */
export async function interviewersOf(
  ctx: Pick<CommandCtx, "tx" | "org">,
  interviewId: string,
): Promise<Seat[]> {
  const rows = await ctx.tx
    .select({ memberId: scorecard.authorId, shadow: scorecard.shadow })
    .from(scorecard)
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.interviewId, interviewId),
        eq(scorecard.shadow, false),
        inArray(scorecard.state, ["assigned", "draft"]),
      ),
    )
    .orderBy(asc(scorecard.id));
  return rows;
}

/** Hands seats on: the scorecards of those who leave are void, others are assigned. */
export async function passSeats(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  row: Pick<InterviewRow, "id" | "applicationId" | "stageId">,
  seats: readonly Seat[],
  passedOn: readonly { out: string; in: string }[],
): Promise<void> {
  if (passedOn.length === 0) return;
  await ctx.tx
    .update(scorecard)
    .set({ state: "void" })
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.interviewId, row.id),
        inArray(
          scorecard.authorId,
          passedOn.map((one) => one.out),
        ),
        inArray(scorecard.state, ["assigned", "draft"]),
      ),
    );
  const came = new Set(passedOn.map((one) => one.in));
  await assignSeats(
    ctx,
    row,
    seats.filter((seat) => came.has(seat.memberId)),
  );
}

/** Makes the open scorecards of an interview void; returns whose they were. */
export async function voidSeats(
  ctx: Pick<CommandCtx, "tx" | "org">,
  interviewId: string,
): Promise<string[]> {
  const rows = await ctx.tx
    .update(scorecard)
    .set({ state: "void" })
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.interviewId, interviewId),
        inArray(scorecard.state, ["assigned", "draft"]),
      ),
    )
    .returning({ authorId: scorecard.authorId });
  return rows.map((row) => row.authorId);
}

const seated = prepared((db, of: Given<{ orgId: string; interviewIds: readonly string[] }>) =>
  db
    .select({
      interviewId: scorecard.interviewId,
      interviewState: interview.state,
      scorecardId: scorecard.id,
      memberId: scorecard.authorId,
      name: member.name,
      shadow: scorecard.shadow,
      state: scorecard.state,
    })
    .from(scorecard)
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .where(and(eq(scorecard.orgId, of.orgId), among(scorecard.interviewId, of.interviewIds)))
    .orderBy(asc(scorecard.shadow), asc(member.name), asc(scorecard.id)),
);

/** Who sits in these interviews, void seats left out. */
export async function seatsOfInterviews(
  read: Reader,
  orgId: string,
  interviewIds: readonly string[],
) {
  if (interviewIds.length === 0) return [];
  const rows = await seated(read, { orgId, interviewIds });
  return rows.filter(
    (row) =>
      row.state !== "void" || row.interviewState === "cancelled" || row.interviewState === "absent",
  );
}

import type { Reader } from "@rubric/db";
import { interview, member, planInterview } from "@rubric/db/schema";
import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { refuse } from "../errors.ts";
import { toInstant } from "../wire.ts";
import type { InterviewView } from "./schemas.ts";
import { seatsOfInterviews } from "./seats.ts";

/** One interview as those who schedule see it. */
export async function interviewView(
  read: Reader,
  orgId: string,
  interviewId: string,
): Promise<InterviewView> {
  const [view] = await load(read, orgId, eq(interview.id, interviewId));
  return view ?? refuse("NOT_FOUND", {});
}

/** Every interview of an application, in the order of its plan. Judges nobody. */
export async function interviewsOf(
  read: Reader,
  orgId: string,
  applicationId: string,
): Promise<InterviewView[]> {
  return load(read, orgId, eq(interview.applicationId, applicationId));
}

async function load(read: Reader, orgId: string, which: SQL): Promise<InterviewView[]> {
  const rows = await read
    .select({ interview, plan: planInterview })
    .from(interview)
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(and(eq(interview.orgId, orgId), which))
    .orderBy(asc(interview.createdAt), asc(planInterview.position), asc(interview.id));
  const seats = await seatsOfInterviews(
    read,
    orgId,
    rows.map((row) => row.interview.id),
  );
  const names = await namesOf(
    read,
    orgId,
    rows.flatMap((row) => row.interview.proposal?.seats.map((seat) => seat.memberId) ?? []),
  );
  return rows.map(({ interview: row, plan }) => ({
    id: row.id,
    applicationId: row.applicationId,
    stageId: row.stageId,
    planInterviewId: row.planInterviewId,
    name: plan.name,
    kind: plan.kind,
    plannedMinutes: plan.minutes,
    state: row.state,
    stateReason: row.stateReason,
    absentSide: row.absentSide,
    startsAt: toInstant(row.startsAt),
    endsAt: toInstant(row.endsAt),
    place: row.place,
    focus: row.focus,
    extra: row.extra,
    sequence: row.sequence,
    proposedTimes: row.state === "proposed" ? row.proposedTimes : [],
    proposed:
      row.state === "proposed" && row.proposal !== null
        ? {
            minutes: row.proposal.minutes,
            people: row.proposal.seats.map(({ memberId, shadow }) => ({
              memberId,
              name: names.get(memberId) ?? "",
              shadow,
            })),
          }
        : null,
    seats: seats
      .filter((seat) => seat.interviewId === row.id)
      .map(({ scorecardId, memberId, name, shadow, state }) => ({
        scorecardId,
        memberId,
        name,
        shadow,
        state,
      })),
  }));
}

async function namesOf(
  read: Reader,
  orgId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, orgId), inArray(member.id, [...new Set(memberIds)])));
  return new Map(rows.map((row) => [row.id, row.name]));
}

import type { Reader } from "@rubric/db";
import { toInstant } from "../wire.ts";
import type { LISTS } from "./list-rows.ts";
import type { OwnJobs } from "./own-jobs.ts";
import { stateNow } from "./rules.ts";
import type { InterviewLine } from "./schemas.ts";
import { seatsOfInterviews } from "./seats.ts";

type Row = Awaited<ReturnType<typeof LISTS.mine.today>>[number];

/** Makes lines of these interviews, with the reader's own part in each. Judges nobody. */
export async function lineMaker(
  read: Reader,
  orgId: string,
  reader: { memberId: string; jobs: OwnJobs; clock: Date },
  rows: readonly Row[],
): Promise<(row: Row) => InterviewLine> {
  const { jobs, memberId, clock } = reader;
  const seats = Map.groupBy(
    await seatsOfInterviews(
      read,
      orgId,
      rows.map((row) => row.interview.id),
    ),
    (seat) => seat.interviewId,
  );
  return ({ interview, ...row }) => {
    const own = seats.get(interview.id) ?? [];
    const mine = own.find((seat) => seat.memberId === memberId && seat.state !== "void");
    return {
      id: interview.id,
      applicationId: interview.applicationId,
      candidate: { name: row.candidateName, headline: row.headline },
      job: { id: row.jobId, title: row.title },
      stage: row.stage,
      name: row.name,
      kind: row.kind,
      state: stateNow(interview, clock),
      startsAt: toInstant(interview.startsAt),
      endsAt: toInstant(interview.endsAt),
      place: interview.place,
      seats: own.map(({ scorecardId, memberId: id, name, shadow, state }) => ({
        scorecardId,
        memberId: id,
        name,
        shadow,
        state,
      })),
      mine:
        mine === undefined
          ? null
          : { scorecardId: mine.scorecardId, shadow: mine.shadow, state: mine.state },
      kit: mine !== undefined || jobs.leads.has(row.jobId),
      schedules: jobs.schedules.has(row.jobId),
    };
  };
}

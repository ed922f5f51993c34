import { type Given, prepared, together } from "@rubric/db";
import { application, breakGlass, stage } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import type { TeamDuty } from "../duties.ts";
import { dutySpans } from "../job/duty-spans.ts";
import { type OwedSpan, type ReadableStage, type Reading, readingOf } from "./reading.ts";
import { type Seat, quorumOf } from "./seal.ts";
import { seatsOf, stagesOf, type TimedSeat, type VisitedStage } from "./seal-facts.ts";

const LEADING: ReadonlySet<TeamDuty> = new Set(["recruiter", "hiring_manager", "substitute"]);

/** What a member could read of others' scorecards on a candidate by now; null if nothing. */
export async function readingBy(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  candidateId: string,
  memberId: string,
): Promise<Reading> {
  const { tx, org } = ctx;
  const [seats, stages, broken] = await together([
    seatsOf(tx, org.id, candidateId),
    stagesOf(tx, org.id, candidateId),
    brokenBy(tx, { orgId: org.id, candidateId, memberId }),
  ]);
  const jobIds = [...new Set(stages.map((s) => s.job.id))];
  const leading = (await dutySpans(tx, org.id, memberId, jobIds)).filter(({ duty }) =>
    LEADING.has(duty),
  );
  const readable = stages.flatMap((s): ReadableStage[] => {
    const here = seats.filter((seat) => sameStage(seat, s));
    const others = submissions(here.filter((seat) => seat.authorId !== memberId));
    if (others.length === 0) return [];
    const [own] = submissions(here.filter((seat) => seat.authorId === memberId));
    const led = leading.filter((one) => one.jobId === s.job.id);
    return [
      {
        ...s,
        openedAt: s.openedAt ?? openedBy(seats, s, here),
        othersIn: new Date(Math.min(...others)),
        ownIn: own === undefined ? null : new Date(own),
        led,
        decided: led.filter(({ duty }) => duty !== "recruiter" || s.job.recruiterDecides),
      },
    ];
  });
  const owed = seats.flatMap((seat): OwedSpan[] => {
    if (seat.authorId !== memberId || seat.state === "void") return [];
    const at = stages.find((s) => sameStage(seat, s));
    const to = seat.state === "excused" ? (at?.decidedAt ?? null) : seat.submittedAt;
    const { applicationId, assignedAt: from } = seat;
    return [{ applicationId, position: at?.position ?? 0, from, to }];
  });
  return readingOf(readable, owed, broken, ctx.clock);
}

function sameStage(
  a: { applicationId: string; stageId: string },
  b: { applicationId: string; stageId: string },
): boolean {
  return a.applicationId === b.applicationId && a.stageId === b.stageId;
}

function submissions(seats: readonly TimedSeat[]): number[] {
  return seats.flatMap((seat) => (seat.submittedAt === null ? [] : [seat.submittedAt.getTime()]));
}

/** A stage that is open and did not note since when opened with its last submission at the earliest. */
function openedBy(
  seats: readonly Seat[],
  stage: VisitedStage,
  here: readonly TimedSeat[],
): Date | null {
  return quorumOf(seats, stage).met ? new Date(Math.max(...submissions(here))) : null;
}

const brokenBy = prepared(
  (db, of: Given<{ orgId: string; candidateId: string; memberId: string }>) =>
    db
      .select({ at: breakGlass.at, stage: stage.name })
      .from(breakGlass)
      .innerJoin(stage, and(eq(stage.orgId, breakGlass.orgId), eq(stage.id, breakGlass.stageId)))
      .innerJoin(
        application,
        and(eq(application.orgId, breakGlass.orgId), eq(application.id, breakGlass.applicationId)),
      )
      .where(
        and(
          eq(breakGlass.orgId, of.orgId),
          eq(breakGlass.memberId, of.memberId),
          eq(application.candidateId, of.candidateId),
        ),
      ),
);

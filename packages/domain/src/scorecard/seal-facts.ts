import { among, type Built, type Given, prepared, type Reader as Db, together } from "@rubric/db";
import {
  application,
  applicationStage,
  interview,
  job,
  planInterview,
  scorecard,
  stage,
} from "@rubric/db/schema";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Actor, ReadCtx } from "../context.ts";
import type { Denial } from "../errors.ts";
import { deny } from "../errors.ts";
import {
  type Quorum,
  quorumOf,
  type Reader,
  type Seat,
  type StageSeal,
  whyBlind,
  whyNotRead,
} from "./seal.ts";
import { whyNotByService } from "./rules.ts";

/** What is sealed about one candidate, and to whom: the one place that law 1 is asked. */
export type CandidateSeal = {
  seats: readonly Seat[];
  stages: readonly StageSeal[];
  /** Why the actor reads nothing that judges the candidate, or null. */
  blind: Denial | null;
  quorum(applicationId: string, stageId: string): Quorum;
  /** Why the actor may not read what judges the candidate in this stage, or null. */
  whyNot(applicationId: string, stageId: string): Denial | null;
};

/**
 * Loads the seal of a candidate for the actor of the call. `ctx.duties` must be those on the
 * application that is being looked at: leading one job opens nothing of another.
 */
export async function sealOf(
  ctx: Pick<ReadCtx, "read" | "org" | "actor" | "duties" | "subject">,
  candidateId: string,
): Promise<CandidateSeal> {
  const [seats, stages] = await together([
    seatsOf(ctx.read, ctx.org.id, candidateId),
    stagesOf(ctx.read, ctx.org.id, candidateId),
  ]);
  return sealFrom(ctx, seats, stages);
}

/** The same for many candidates at once, by candidate: for lists that show one row each. */
export async function sealsOf(
  ctx: Pick<ReadCtx, "read" | "org" | "actor" | "duties" | "subject">,
  candidateIds: readonly string[],
): Promise<(candidateId: string) => CandidateSeal> {
  if (candidateIds.length === 0) return () => sealFrom(ctx, [], []);
  const [seats, stages] = await together([
    seatsOf(ctx.read, ctx.org.id, candidateIds),
    stagesOf(ctx.read, ctx.org.id, candidateIds),
  ]);
  const seatsBy = Map.groupBy(seats, (seat) => seat.candidateId);
  const stagesBy = Map.groupBy(stages, (stage) => stage.candidateId);
  return (id) => sealFrom(ctx, seatsBy.get(id) ?? [], stagesBy.get(id) ?? []);
}

/** Why a member reads nothing that judges this candidate, or null. */
export async function blindOn(
  read: Db,
  orgId: string,
  memberId: string,
  candidateId: string,
): Promise<Denial | null> {
  const seats = await seatsOf(read, orgId, candidateId);
  if (seats.every((seat) => seat.authorId !== memberId)) return null;
  return whyBlind(memberId, seats, await stagesOf(read, orgId, candidateId));
}

function sealFrom(
  ctx: Pick<ReadCtx, "actor" | "duties" | "subject">,
  seats: readonly Seat[],
  stages: readonly VisitedStage[],
): CandidateSeal {
  const find = (applicationId: string, stageId: string): StageSeal =>
    stages.find((s) => s.applicationId === applicationId && s.stageId === stageId) ?? {
      applicationId,
      stageId,
      position: 0,
      decided: false,
      quorumLoweredTo: null,
      hasInterviews: true,
      unseated: 0,
      left: false,
    };
  return {
    seats,
    stages,
    blind: blindness(ctx.actor, seats, stages),
    quorum: (applicationId, stageId) => quorumOf(seats, find(applicationId, stageId)),
    whyNot: (applicationId, stageId) => {
      const ofJob = stages.find((s) => s.applicationId === applicationId)?.job;
      const reader = readerOf(ctx.actor, ctx.duties, ofJob, ctx.subject.jobId);
      if (reader === null) return deny("SEALED_OTHERS", {});
      return whyNotRead(reader, seats, stages, find(applicationId, stageId));
    },
  };
}

/** Whoever holds a service account's token may owe a scorecard: by it nothing sealed is read. */
function blindness(
  actor: Actor,
  seats: readonly Seat[],
  stages: readonly VisitedStage[],
): Denial | null {
  if (actor.kind !== "member") return null;
  return whyNotByService(actor) ?? whyBlind(actor.memberId, seats, stages);
}

function readerOf(
  actor: Actor,
  duties: ReadonlySet<string>,
  ofJob: { id: string; recruiterDecides: boolean } | undefined,
  dutiesOnJob: string | undefined,
): Reader | null {
  if (actor.kind !== "member" || actor.accountId === null) return null;
  const here = ofJob !== undefined && ofJob.id === dutiesOnJob;
  const manages = here && duties.has("job_manager");
  const recruits = here && duties.has("job_recruiter");
  return {
    memberId: actor.memberId,
    leads: manages || recruits,
    decides: manages || (recruits && ofJob.recruiterDecides),
  };
}

type OfOne = { orgId: string; candidateId: string };
type OfMany = { orgId: string; candidateIds: readonly string[] };

/** A question about candidates: one statement for one of them and one for many. */
function aboutCandidates<T>(
  make: (db: Pick<Db, "select">, orgId: Given<OfOne>["orgId"], whose: SQL) => Built<T>,
): (read: Db, orgId: string, candidateId: string | readonly string[]) => Promise<T> {
  const one = prepared((db, of: Given<OfOne>) =>
    make(db, of.orgId, eq(application.candidateId, of.candidateId)),
  );
  const many = prepared((db, of: Given<OfMany>) =>
    make(db, of.orgId, among(application.candidateId, of.candidateIds)),
  );
  return (read, orgId, candidateId) =>
    typeof candidateId === "string"
      ? one(read, { orgId, candidateId })
      : many(read, { orgId, candidateIds: candidateId });
}

export type TimedSeat = Seat & { candidateId: string; assignedAt: Date; submittedAt: Date | null };

/** Every seat on the candidates, with when it was given and when its scorecard came in. */
export const seatsOf: (
  read: Db,
  orgId: string,
  candidateId: string | readonly string[],
) => Promise<TimedSeat[]> = aboutCandidates((db, orgId, whose) =>
  db
    .select({
      candidateId: application.candidateId,
      scorecardId: scorecard.id,
      authorId: scorecard.authorId,
      applicationId: scorecard.applicationId,
      stageId: scorecard.stageId,
      state: scorecard.state,
      shadow: scorecard.shadow,
      countsToQuorum: scorecard.countsToQuorum,
      interviewState: interview.state,
      assignedAt: scorecard.assignedAt,
      submittedAt: scorecard.submittedAt,
    })
    .from(scorecard)
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .innerJoin(
      application,
      and(eq(application.orgId, scorecard.orgId), eq(application.id, scorecard.applicationId)),
    )
    .where(and(eq(scorecard.orgId, orgId), whose)),
);

export type VisitedStage = StageSeal & {
  candidateId: string;
  name: string;
  decidedAt: Date | null;
  openedAt: Date | null;
  job: { id: string; recruiterDecides: boolean };
};

const entered = aboutCandidates((db, orgId, whose) =>
  db
    .select({
      candidateId: application.candidateId,
      applicationId: applicationStage.applicationId,
      stageId: applicationStage.stageId,
      name: stage.name,
      position: stage.position,
      decidedAt: applicationStage.decidedAt,
      openedAt: applicationStage.openedAt,
      quorumLoweredTo: applicationStage.quorumLoweredTo,
      hasInterviews: sql<boolean>`exists (select 1 from ${planInterview}
        where ${planInterview.orgId} = ${stage.orgId} and ${planInterview.stageId} = ${stage.id})`,
      left: sql<boolean>`${application.stageId} <> ${stage.id}
        or ${application.state} not in ('active', 'on_hold')`,
      jobId: job.id,
      recruiterDecides: job.recruiterDecides,
    })
    .from(applicationStage)
    .innerJoin(
      stage,
      and(eq(stage.orgId, applicationStage.orgId), eq(stage.id, applicationStage.stageId)),
    )
    .innerJoin(
      application,
      and(
        eq(application.orgId, applicationStage.orgId),
        eq(application.id, applicationStage.applicationId),
      ),
    )
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(and(eq(applicationStage.orgId, orgId), whose)),
);

const toBeSeated = aboutCandidates((db, orgId, whose) =>
  db
    .select({ applicationId: interview.applicationId, stageId: interview.stageId })
    .from(interview)
    .innerJoin(
      application,
      and(eq(application.orgId, interview.orgId), eq(application.id, interview.applicationId)),
    )
    .where(
      and(eq(interview.orgId, orgId), whose, inArray(interview.state, ["planned", "proposed"])),
    ),
);

/** Every stage that an application of the candidates has entered. */
export async function stagesOf(
  read: Db,
  orgId: string,
  candidateId: string | readonly string[],
): Promise<VisitedStage[]> {
  const [visited, waiting] = await together([
    entered(read, orgId, candidateId),
    toBeSeated(read, orgId, candidateId),
  ]);
  const unseated = Map.groupBy(waiting, (w) => `${w.applicationId} ${w.stageId}`);
  return visited.map(({ jobId, recruiterDecides, ...row }) => ({
    ...row,
    decided: row.decidedAt !== null,
    unseated: unseated.get(`${row.applicationId} ${row.stageId}`)?.length ?? 0,
    job: { id: jobId, recruiterDecides },
  }));
}

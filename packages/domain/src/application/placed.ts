import { together } from "@rubric/db";
import type { interview } from "@rubric/db/schema";
import type { ReadCtx } from "../context.ts";
import { deciderOf, type StageFacts } from "../debrief/rules.ts";
import { type Denial, refuse } from "../errors.ts";
import { isCounted } from "../scorecard/counting.ts";
import { owes, type Seat } from "../scorecard/seal.ts";
import { type CandidateSeal, sealsOf } from "../scorecard/seal-facts.ts";
import {
  conflictsOf,
  interviewsOf,
  managersOf,
  offerDecisionsOf,
  offersOf,
  plansOf,
  sessionsOf,
} from "./placed-rows.ts";
import type { ApplicationRow, StageRow } from "./rows.ts";

type PlacedInterview = {
  id: string;
  stageId: string;
  name: string;
  minutes: number;
  state: (typeof interview.$inferSelect)["state"];
  startsAt: Date | null;
  endsAt: Date | null;
  place: string;
  /** The times that the candidate may choose from. */
  proposedTimes: string[];
  proposal: (typeof interview.$inferSelect)["proposal"];
};

/** An application where it stands, with everything that the rules on it ask for. */
export type Placed = {
  row: ApplicationRow;
  plan: readonly StageRow[];
  stage: StageRow;
  next: StageRow | null;
  seal: CandidateSeal;
  interviews: readonly PlacedInterview[];
  /** The newest version of its offer. */
  offer: { state: string; expiresAt: Date } | null;
  /** Law 7 on the reader. */
  conflict: Denial | null;
  /** An interview of the stage was held, or a scorecard of it is in. */
  begun: boolean;
  /** Scorecards owed on interviews of the stage that have begun. */
  owed: readonly Seat[];
  facts: StageFacts;
};

type Ctx = Pick<ReadCtx, "read" | "org" | "actor" | "duties" | "subject" | "clock">;
type JobFacts = { id: string; state: string; recruiterDecides: boolean; levelKey: string };

/**
 * Loads where each application stands, with the same number of statements however many there are;
 * they travel together.
 */
export async function placeAll(
  ctx: Ctx,
  job: JobFacts,
  rows: readonly ApplicationRow[],
): Promise<Placed[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const candidateIds = [...new Set(rows.map((row) => row.candidateId))];
  const [sealFor, plans, inOrder, sessions, offers, decided, conflicts, manager] = await together([
    sealsOf(ctx, candidateIds),
    plansOf(ctx, [...new Set(rows.map((row) => row.planId))]),
    interviewsOf(ctx, ids),
    sessionsOf(ctx, ids),
    offersOf(ctx, ids),
    offerDecisionsOf(ctx, ids),
    conflictsOf(ctx, candidateIds),
    managersOf(ctx, job.id),
  ]);
  const interviews = Map.groupBy(inOrder, (one) => one.applicationId);
  return rows.flatMap((row): Placed[] => {
    const plan = plans.get(row.planId) ?? [];
    const at = plan.find((one) => one.id === row.stageId);
    if (at === undefined) return [];
    const next = plan.find((one) => one.position > at.position) ?? null;
    const seal = sealFor(row.candidateId);
    const own = interviews.get(row.id) ?? [];
    const here = own.filter((one) => one.stageId === at.id);
    const begunAt = new Set(here.filter((one) => hasBegun(one, ctx.clock)).map((one) => one.id));
    const seats = seal.seats.filter(
      (seat) => seat.applicationId === row.id && seat.stageId === at.id,
    );
    const offerRow = offers.get(row.id) ?? null;
    return [
      {
        row,
        plan,
        stage: at,
        next,
        seal,
        interviews: own,
        offer: offerRow,
        conflict: conflicts.get(row.candidateId) ?? null,
        begun:
          here.some((one) => one.state === "held") ||
          seats.some((seat) => seat.state === "submitted"),
        owed: begunAt.size === 0 ? [] : seats.filter((seat) => owes(seat) && !seat.shadow),
        facts: {
          application: row.state,
          job: { ...job, manager },
          stage: stageFacts(at, seal, row.id, seats),
          now: at.name,
          next,
          ...quorumFacts(at, seal, row.id, seats),
          session: sessions.get(`${row.id} ${at.id}`) ?? "none",
          people: new Set(
            seal.seats
              .filter((seat) => seat.applicationId === row.id && isCounted(seat))
              .map((seat) => seat.authorId),
          ).size,
          decider: deciderOf(ctx.duties, job.recruiterDecides),
          offerOut: offerRow?.state === "sent" || offerRow?.state === "change_asked",
          offerDecided: decided.has(row.id),
          appliedAgain: false,
        },
      },
    ];
  });
}

/** The same for one application; NOT_FOUND where its stage is not of its plan. */
export async function placeOne(ctx: Ctx, job: JobFacts, row: ApplicationRow): Promise<Placed> {
  const [at] = await placeAll(ctx, job, [row]);
  return at ?? refuse("NOT_FOUND", {});
}

function stageFacts(
  at: StageRow,
  seal: CandidateSeal,
  applicationId: string,
  seats: readonly Seat[],
): StageFacts["stage"] {
  const visit = visitOf(seal, applicationId, at.id);
  return {
    name: at.name,
    kind: at.kind,
    asksForDebrief: at.debrief,
    interviewed: isInterviewed(visit, seats),
    current: true,
    decided: visit?.decided ?? false,
  };
}

function quorumFacts(
  at: StageRow,
  seal: CandidateSeal,
  applicationId: string,
  seats: readonly Seat[],
): Pick<StageFacts, "quorum" | "seal"> {
  const interviewed = isInterviewed(visitOf(seal, applicationId, at.id), seats);
  const { needed, counted } = seal.quorum(applicationId, at.id);
  return {
    quorum: { counted, needed: interviewed ? Math.max(1, needed) : needed },
    seal: interviewed ? seal.whyNot(applicationId, at.id) : null,
  };
}

const visitOf = (seal: CandidateSeal, applicationId: string, stageId: string) =>
  seal.stages.find((one) => one.applicationId === applicationId && one.stageId === stageId);

function isInterviewed(
  visit: { hasInterviews: boolean } | undefined,
  seats: readonly Seat[],
): boolean {
  return (visit?.hasInterviews ?? false) || seats.some((seat) => seat.state !== "void");
}

function hasBegun(one: PlacedInterview, now: Date): boolean {
  if (one.state === "held") return true;
  return one.state === "scheduled" && one.startsAt !== null && one.startsAt <= now;
}

import { deny, type Denial } from "../errors.ts";

/** One assigned scorecard of the candidate, of any of their applications. */
export type Seat = {
  scorecardId: string;
  authorId: string;
  applicationId: string;
  stageId: string;
  state: "assigned" | "draft" | "submitted" | "excused" | "void" | "struck";
  shadow: boolean;
  countsToQuorum: boolean;
  interviewState: "planned" | "proposed" | "scheduled" | "held" | "absent" | "cancelled";
};

export type StageSeal = {
  applicationId: string;
  stageId: string;
  position: number;
  decided: boolean;
  quorumLoweredTo: number | null;
  /** Whether the plan has interviews in this stage, held or not. */
  hasInterviews: boolean;
  /** Interviews of the stage that are planned or proposed and have nobody assigned yet. */
  unseated: number;
  /** Whether the application stands elsewhere or is over. */
  left: boolean;
};

export type Reader = {
  memberId: string;
  /** Recruiter, hiring manager or substitute of the job. */
  leads: boolean;
  /** Decides this stage: hiring manager, or recruiter where the plan lets them. */
  decides: boolean;
};

export type Quorum = { needed: number; counted: number; met: boolean };

/** Owes: assigned to an interview that is not cancelled, scorecard neither submitted nor void. */
export function owes(seat: Seat): boolean {
  const open = seat.state === "assigned" || seat.state === "draft";
  return open && seat.interviewState !== "cancelled" && seat.interviewState !== "absent";
}

/**
 * The quorum of a stage (law 4): all who were assigned and are not excused, at least one where
 * the stage has interviews, even if all of them were cancelled. Shadows and scorecards with too
 * few ratings never count; a struck one is missing until the stage is decided.
 */
export function quorumOf(seats: readonly Seat[], stage: StageSeal): Quorum {
  const own = seats.filter(
    (seat) =>
      seat.applicationId === stage.applicationId &&
      seat.stageId === stage.stageId &&
      !seat.shadow &&
      seat.state !== "void" &&
      seat.interviewState !== "cancelled" &&
      seat.interviewState !== "absent",
  );
  const counted = own.filter((seat) => seat.state === "submitted" && seat.countsToQuorum).length;
  const assigned = own.filter(
    (seat) => seat.state !== "excused" && !(seat.state === "struck" && stage.decided),
  ).length;
  const interviewed = stage.hasInterviews || own.length > 0 || stage.unseated > 0;
  const full = interviewed ? Math.max(1, assigned + stage.unseated) : 0;
  const needed = stage.quorumLoweredTo === null ? full : Math.min(full, stage.quorumLoweredTo);
  return { needed, counted, met: counted >= needed };
}

/**
 * Why a member reads nothing at all that judges the candidate, whatever their duties: they owe a
 * scorecard, or were excused from one whose stage is undecided (law 1). Null if neither.
 */
export function whyBlind(
  memberId: string,
  seats: readonly Seat[],
  stages: readonly StageSeal[],
): Denial | null {
  const mine = seats.filter((seat) => seat.authorId === memberId);
  if (mine.some((seat) => owes(seat))) return deny("SEALED_OWES", {});
  return mine.some((seat) => isExcusedUndecided(seat, stages)) ? deny("SEALED_EXCUSED", {}) : null;
}

/**
 * Why what a command answered a member at an instant is not answered again: since then they were
 * seated, and now read nothing that judges the candidate (laws 1 and 14). Who owed a scorecard then
 * already was answered nothing of it, and is answered the same.
 */
export function whyNotReadAgain(
  memberId: string,
  seats: readonly (Seat & { assignedAt: Date })[],
  stages: readonly StageSeal[],
  at: Date,
): Denial | null {
  const then = seats.filter((seat) => seat.assignedAt.getTime() <= at.getTime());
  if (whyBlind(memberId, then, stages)?.code === "SEALED_OWES") return null;
  return whyBlind(memberId, seats, stages);
}

/** Whether a member may read what judges the candidate in one stage, and if not, why (law 1). */
export function whyNotRead(
  reader: Reader,
  seats: readonly Seat[],
  stages: readonly StageSeal[],
  stage: StageSeal,
): Denial | null {
  const mine = seats.filter((seat) => seat.authorId === reader.memberId);
  const here = mine.filter(
    (seat) => seat.applicationId === stage.applicationId && seat.stageId === stage.stageId,
  );
  if (mine.some((seat) => owes(seat)) && !mustDecideFirst(reader, mine, stages, stage)) {
    return deny("SEALED_OWES", {});
  }
  if (mine.some((seat) => isExcusedUndecided(seat, stages))) return deny("SEALED_EXCUSED", {});
  const quorum = quorumOf(seats, stage);
  if (!quorum.met && !wasNeverJudged(seats, stage)) {
    return deny("SEALED_QUORUM", { counted: quorum.counted, needed: quorum.needed });
  }
  const rated = here.some((seat) => seat.state === "submitted");
  return reader.leads || rated ? null : deny("SEALED_OTHERS", {});
}

/**
 * Whether a stage was left with no scorecard in it or to come: its quorum will never be in, and the
 * reasons given there, of a skip or a withdrawal, would stay sealed for good (law 6 shows them).
 */
function wasNeverJudged(seats: readonly Seat[], stage: StageSeal): boolean {
  const judges = seats.some(
    (seat) =>
      seat.applicationId === stage.applicationId &&
      seat.stageId === stage.stageId &&
      (owes(seat) || seat.state === "submitted" || seat.state === "struck"),
  );
  return stage.left && !judges;
}

/** Whether a seat keeps its author sealed though they were excused: until its stage is decided. */
function isExcusedUndecided(seat: Seat, stages: readonly StageSeal[]): boolean {
  if (seat.state !== "excused") return false;
  const own = stages.find(
    (stage) => stage.applicationId === seat.applicationId && stage.stageId === seat.stageId,
  );
  return own?.decided !== true;
}

/** Who must decide an earlier stage reads that stage to decide it, though they owe a later one. */
function mustDecideFirst(
  reader: Reader,
  mine: readonly Seat[],
  stages: readonly StageSeal[],
  stage: StageSeal,
): boolean {
  if (!reader.decides || stage.decided) return false;
  return mine.filter(owes).every((seat) => {
    const owed = stages.find(
      (other) => other.applicationId === seat.applicationId && other.stageId === seat.stageId,
    );
    return (
      owed !== undefined &&
      owed.applicationId === stage.applicationId &&
      owed.position > stage.position
    );
  });
}

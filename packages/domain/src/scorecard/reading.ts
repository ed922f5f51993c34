/** One stage of the candidate in which somebody else submitted a scorecard. */
export type ReadableStage = {
  applicationId: string;
  name: string;
  position: number;
  /** When its scorecards opened; null while they never did. */
  openedAt: Date | null;
  decidedAt: Date | null;
  /** When the first scorecard of somebody else was submitted there. */
  othersIn: Date;
  /** When the author submitted their own there; null if they did not rate in it. */
  ownIn: Date | null;
  /** The author is recruiter, hiring manager or substitute of that job. */
  leads: boolean;
  /** The author decides that stage. */
  decides: boolean;
};

/** A time in which the author owed a scorecard on the candidate; `to` null: they still do. */
export type OwedSpan = { applicationId: string; position: number; from: Date; to: Date | null };

/** What an author could have read of the candidate, and since when. */
export type Reading = { at: Date; stages: string[] } | null;

/**
 * What the author of a scorecard could read about its candidate by `now` (laws 1 and 3): a stage
 * that is open to them at some moment in which they owed nothing, or that they had to decide
 * while they owed only later ones, or whose glass they broke. Null if nothing.
 */
export function readingOf(
  stages: readonly ReadableStage[],
  owed: readonly OwedSpan[],
  broken: readonly { at: Date; stage: string }[],
  now: Date,
): Reading {
  const found = [
    ...broken.map(({ at, stage }) => ({ at, name: stage })),
    ...stages.flatMap((stage) => {
      const at = firstRead(stage, owed, now);
      return at === null ? [] : [{ at, name: stage.name }];
    }),
  ];
  const [first, ...rest] = found;
  if (first === undefined) return null;
  return {
    at: rest.reduce((least, { at }) => (at < least ? at : least), first.at),
    stages: [...new Set(found.map(({ name }) => name))],
  };
}

function firstRead(stage: ReadableStage, owed: readonly OwedSpan[], now: Date): Date | null {
  if (stage.openedAt === null || (!stage.leads && stage.ownIn === null)) return null;
  const own = stage.leads || stage.ownIn === null ? stage.openedAt : stage.ownIn;
  const from = latest([stage.openedAt, stage.othersIn, own]);
  const toDecide = stage.decides
    ? uncovered(
        from,
        stage.decidedAt ?? now,
        owed.filter((o) => o.applicationId !== stage.applicationId || o.position <= stage.position),
      )
    : null;
  return toDecide ?? uncovered(from, now, owed);
}

/** The first moment from `from` to `until` in which nothing was owed. */
function uncovered(from: Date, until: Date, owed: readonly OwedSpan[]): Date | null {
  let at = from;
  for (;;) {
    const moment = at;
    const over = owed.find((o) => o.from <= moment && (o.to === null || o.to > moment));
    if (over === undefined) return at <= until ? at : null;
    if (over.to === null) return null;
    at = over.to;
  }
}

function latest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())));
}

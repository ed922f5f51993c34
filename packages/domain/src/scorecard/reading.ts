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
  /** When the author was recruiter, hiring manager or substitute of that job. */
  led: readonly Span[];
  /** When the author was the one to decide that stage. */
  decided: readonly Span[];
};

/** `to` null: it goes on. */
type Span = { from: Date; to: Date | null };

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
  const { openedAt, othersIn, ownIn } = stage;
  if (openedAt === null) return null;
  const open = latest([openedAt, othersIn]);
  const earlier = owed.filter(
    (one) => one.applicationId !== stage.applicationId || one.position <= stage.position,
  );
  const moments = [
    ownIn === null ? null : uncovered(latest([open, ownIn]), now, owed),
    ...stage.led.map(({ from, to }) => uncovered(latest([open, from]), to ?? now, owed)),
    ...stage.decided.map(({ from, to }) =>
      uncovered(latest([open, from]), earliest([to ?? now, stage.decidedAt ?? now]), earlier),
    ),
  ].filter((moment) => moment !== null);
  return moments.length === 0 ? null : earliest(moments);
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

function earliest(dates: readonly Date[]): Date {
  return new Date(Math.min(...dates.map((date) => date.getTime())));
}

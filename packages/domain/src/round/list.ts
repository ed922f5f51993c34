import type { ReadCtx } from "../context.ts";
import { deny, explain } from "../errors.ts";
import { dayIn, settingsOf } from "../job/access.ts";
import { toInstant } from "../wire.ts";
import { establishmentsOf, NOWHERE, roundsOf, turnsOf } from "./access.ts";
import { quarterOf } from "./rules.ts";
import type { RoundsView } from "./schemas.ts";

/** The rounds with how far they are, in numbers: who is reviewed and how is the pairs' alone. */
export async function listRounds(ctx: ReadCtx): Promise<RoundsView> {
  const { timeZone } = await settingsOf(ctx.read, ctx.org.id);
  const quarter = quarterOf(dayIn(timeZone, ctx.clock));
  const rounds = await roundsOf(ctx);
  const turns = await turnsOf(
    ctx,
    rounds.map(({ round }) => round.id),
  );
  const opened = new Set(
    rounds.flatMap(({ round }) => (round.quarter === quarter ? [round.establishment] : [])),
  );
  return {
    quarter,
    establishments: (await establishmentsOf(ctx)).map(({ establishment, people }) => ({
      establishment,
      people,
      open: opened.has(establishment ?? NOWHERE) ? explain(deny("ROUND_OPEN", { quarter })) : null,
    })),
    rounds: rounds.map(({ round, openedBy }) => {
      const own = turns.filter(({ roundId }) => roundId === round.id);
      const number = (which: (turn: (typeof own)[number]) => boolean) => own.filter(which).length;
      return {
        id: round.id,
        quarter: round.quarter,
        establishment: round.establishment === NOWHERE ? null : round.establishment,
        openedAt: toInstant(round.openedAt),
        openedBy,
        dueAt: toInstant(round.dueAt),
        filled: round.filledAt !== null,
        counts: {
          open: number(({ state, sides }) => state === "open" && sides < 2),
          in: number(({ state, sides }) => state === "open" && sides >= 2),
          closed: number(({ state }) => state === "closed"),
          cancelled: number(({ state }) => state === "cancelled"),
          reviewOpen: number(({ skipped }) => skipped === "review_open"),
          notPlaced: number(({ skipped }) => skipped === "not_placed"),
        },
      };
    }),
  };
}

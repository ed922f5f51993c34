import { full } from "../../e2e/states/worlds.ts";
import { measureBoard } from "../web/board.ts";
import type { Row } from "../rig/rig.ts";
import { claimAtMost, kilobytes, milliseconds } from "../web/claims.ts";
import { withSystem } from "../web/system.ts";

const OWN = 60_000;
const INP = 100;

/** The pipeline with 500 cards: what of its JavaScript is ours, and how fast a move is answered. */
export const board: Row = {
  name: "board",
  title: "The staff board with 500 cards",
  apart: true,
  measure: async () => {
    const found = await withSystem(async (browser) => measureBoard(browser, await full()));
    const { own, next, libraries } = found.shares;
    const worst = Math.max(
      ...found.moves.filter(({ slower }) => slower === 1).map(({ inp }) => inp),
    );
    return {
      claims: [
        claimAtMost("board: our own JavaScript, gzipped", own, OWN, kilobytes),
        claimAtMost("board: slowest key or press of a move", worst, INP, milliseconds),
      ],
      detail: {
        total: found.total,
        shares: { own, next, libraries },
        drawn: found.drawn,
        cls: found.cls,
        moves: found.moves,
      },
    };
  },
};

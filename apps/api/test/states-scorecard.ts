import type { Row } from "./states.ts";

/** Scorecards, debriefs and decisions. */
export const SCORECARD_ROWS: readonly Row[] = [
  {
    row: "write scorecard",
    cells: "own own own own own own no no own",
    own: "author",
    calls: [
      "scorecard.show",
      "scorecard.saveDraft",
      "scorecard.resume",
      "scorecard.submit",
      "scorecard.correct",
      "debrief.rate",
    ],
  },
  {
    row: "read others' once open, join debrief",
    cells: "no yes no yes own no no no no",
    own: "assigned",
    calls: ["scorecard.list", "debrief.show", "application.addNote"],
  },
  {
    row: "excuse, lower quorum",
    cells: "no yes no yes no no no no no",
    calls: ["scorecard.excuse", "debrief.lowerQuorum"],
  },
  {
    row: "break glass",
    cells: "yes no no yes no no no no no",
    calls: ["scorecard.breakGlass"],
  },
  {
    row: "strike scorecard",
    cells: "yes no no no no no no no no",
    calls: ["scorecard.strike"],
  },
  {
    row: "run debrief",
    cells: "no yes no yes no no no no no",
    calls: ["debrief.open", "debrief.saveNotes", "interview.setFocus"],
  },
  {
    row: "decide on merit",
    cells: "no own no yes no no no no no",
    own: "on the job",
    calls: ["debrief.decide"],
  },
];

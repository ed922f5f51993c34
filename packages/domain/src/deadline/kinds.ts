import type { DeadlineKind } from "./schemas.ts";

/** Days from the due day on whose morning somebody is reminded: before it, on it, after it. */
type Reminders = readonly number[];

type KindRow = {
  /** What is to be done; `whom` is the candidate, where the reader may know them. */
  what: (whom: string) => string;
  subject: "application" | "scorecard" | "offer" | "candidate" | "job";
  /** Met by somebody who says how; the others end with the command that meets them. */
  byHand?: true;
  /** That it is there tells of a judgement: kept from whom the candidate is sealed to (law 1). */
  judges?: true;
  reminders: Reminders;
};

const WEEKS: Reminders = [-7, -1, 0, 1];
const DAYS: Reminders = [-1, 0, 1];

/** Each kind of deadline (law 11). */
export const KINDS: Record<DeadlineKind, KindRow> = {
  next_word: {
    what: (whom) => `Write the promised word to ${whom}`,
    subject: "application",
    reminders: DAYS,
  },
  scorecard_owed: {
    what: (whom) => `Submit the scorecard on ${whom}`,
    subject: "scorecard",
    // The interview's own reminders tell its author, then the hiring manager.
    reminders: [],
  },
  question_answer: {
    what: (whom) => `Answer the question of ${whom}`,
    subject: "application",
    reminders: DAYS,
  },
  answer_interviewed: {
    what: (whom) => `Tell ${whom} whether a decision was made`,
    subject: "application",
    reminders: WEEKS,
  },
  feedback_owed: {
    what: (whom) => `Write the feedback that ${whom} asked for`,
    subject: "application",
    judges: true,
    reminders: WEEKS,
  },
  notice_art14: {
    what: (whom) => `Tell ${whom} that their data is held, and where it came from`,
    subject: "candidate",
    reminders: WEEKS,
  },
  offer_expiry: {
    what: (whom) => `The offer to ${whom} expires`,
    subject: "offer",
    judges: true,
    reminders: [-1],
  },
  post_selection_notice: {
    what: (whom) => `Tell the team that ${whom} was selected, and how one can move up`,
    subject: "offer",
    byHand: true,
    judges: true,
    reminders: WEEKS,
  },
  promotion_notice: {
    what: () => "Tell one's own staff of the job, which is posted outside",
    subject: "job",
    byHand: true,
    reminders: WEEKS,
  },
  access_request: {
    what: (whom) => `Give ${whom} the data that is held about them`,
    subject: "candidate",
    byHand: true,
    reminders: WEEKS,
  },
  cure_notice: {
    what: () => "Cure what the written notice says of the post",
    subject: "job",
    byHand: true,
    reminders: [-2, -1, 0, 1],
  },
  works_council: {
    what: (whom) => `Have the works council's answer on ${whom}`,
    subject: "application",
    byHand: true,
    judges: true,
    reminders: DAYS,
  },
  pay_information: {
    what: () => "Give the pay information that was asked for",
    subject: "job",
    byHand: true,
    reminders: WEEKS,
  },
  own: { what: () => "", subject: "job", byHand: true, reminders: WEEKS },
};

/** Kinds whose existence tells how a candidate was judged. */
export const JUDGING = Object.entries(KINDS)
  .filter(([, row]) => row.judges === true)
  .map(([kind]) => kind);

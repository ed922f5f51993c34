import { z } from "zod";
import { Why } from "../why.ts";
import { APPLICATION_STATES, SOURCES } from "./states.ts";
import { Id, Instant, isSeen, paragraph, reason } from "../wire.ts";

/** Administrative rejections: each rests on a fact that is checked (law 4). */
export const REJECT_KINDS = ["not_eligible", "duplicate", "no_answer", "filled_or_closed"] as const;
export type RejectKind = (typeof REJECT_KINDS)[number];

export { ApplicationListView, ListApplicationsInput } from "./list-schemas.ts";
export { APPLICATION_STATES };

const ofApplication = { applicationId: Id };

export const BoardInput = z.strictObject({ jobId: Id });
export const ShowApplicationInput = z.strictObject(ofApplication);
export const AddNoteInput = z.strictObject({
  ...ofApplication,
  kind: z.enum(["logistics", "assessment"]),
  text: paragraph(5000)
    .refine((text) => text.trim() !== "", "Write something first.")
    .meta({
      refinement: "not blank",
    }),
});
export const HoldApplicationInput = z.strictObject({
  ...ofApplication,
  reason: reason(),
  nextWordAt: Instant,
});
export const MessageCandidateInput = z.strictObject({
  ...ofApplication,
  text: paragraph(5000)
    .trim()
    .refine(isSeen, "Write something first.")
    .meta({ refinement: "something is seen" }),
  /** By when they hear again; null leaves the date that was promised. */
  nextWordAt: Instant.nullable(),
  /** The last question of theirs that the writer has read, by its line of the timeline. */
  question: Id.nullable(),
});
export const ResumeApplicationInput = z.strictObject(ofApplication);
export const RejectApplicationInput = z.strictObject({
  ...ofApplication,
  kind: z.enum(REJECT_KINDS),
  /** not_eligible: the question whose answer it rests on. */
  answerKey: z.string().max(80).nullable(),
  /** duplicate: the application that goes on. */
  otherApplicationId: Id.nullable(),
});
export const TakeBackMailInput = z.strictObject(ofApplication);
export const WithdrawApplicationInput = z.strictObject({ ...ofApplication, said: reason() });
export const MoveApplicationInput = z.strictObject({
  ...ofApplication,
  toStageId: Id,
  /** Where it was when this was chosen: if it is elsewhere by now, it is not moved. */
  fromStageId: Id.optional(),
  reason: reason(),
});
export const TransferApplicationInput = z.strictObject({
  ...ofApplication,
  toJobId: Id,
  /** The candidate was asked and agreed. */
  agreed: z.literal(true, "Ask the candidate first; they must agree."),
  reason: reason(),
});
export const AnswerAdjustmentInput = z.strictObject({
  ...ofApplication,
  adjustmentId: Id,
  /** What to do, without why: "75 minutes". */
  effect: z.string().trim().min(2, "Say what is arranged.").max(500, "At most 500 characters."),
});

/** A refusal as a person reads it. */
export type SentenceView = z.infer<typeof Why>;

/** What the reader may do: null where it is not for them; else why it is refused now, or null. */
export const MayView = z.object({ refused: Why.nullable() }).nullable();
export type MayView = z.infer<typeof MayView>;

const StageKind = z.enum(["review", "interview", "offer"]);
const Recommendation = z.enum(["definitely_not", "no", "yes", "strong_yes"]);

/** A scorecard as a mark: in, owed or excused; its recommendation only where it is open (law 1). */
export const MarkView = z.object({
  state: z.enum(["in", "owed", "excused"]),
  recommendation: Recommendation.nullable(),
});

/** What comes next, in words; `at` where it has a time. */
export const NextStepView = z.object({
  kind: z.enum([
    "hold",
    "schedule",
    "choose",
    "interview",
    "scorecards",
    "debrief",
    "decide",
    "offer",
    "ended",
  ]),
  text: z.string(),
  at: Instant.nullable(),
});
export type NextStepView = z.infer<typeof NextStepView>;

const MoveView = z.object({
  /** The column that it leads to. */
  column: z.string(),
  stageId: Id,
  how: z.enum(["decide", "skip", "back"]),
  /** Index into `refusals`; null where it goes through. */
  refusal: z.int().nullable(),
});

export const CardView = z.object({
  applicationId: Id,
  candidateId: Id,
  name: z.string(),
  headline: z.string(),
  column: z.string(),
  stageId: Id,
  planId: Id,
  /** A decision here rests on criteria; without interviews on the requirement of the post. */
  interviewed: z.boolean(),
  state: z.enum(["active", "on_hold"]),
  source: z.enum(SOURCES),
  createdAt: Instant,
  enteredStageAt: Instant,
  daysInStage: z.int(),
  nextWordAt: Instant.nullable(),
  /** The promised next word is overdue. */
  late: z.boolean(),
  marks: z.array(MarkView),
  /** Why the marks are sealed: index into `refusals`; null where they are open. */
  sealed: z.int().nullable(),
  next: NextStepView,
  moves: z.array(MoveView),
  /** Why a rejection on merit is refused: index into `refusals`. */
  reject: z.int().nullable(),
});
export type CardView = z.infer<typeof CardView>;

export const ColumnView = z.object({
  key: z.string(),
  name: z.string(),
  kind: StageKind,
  count: z.int(),
  /** Median whole days that the cards here have been in this stage. */
  medianDays: z.int().nullable(),
});

/** The pipeline of a job: its stages as columns, its applications under way as cards. */
export const BoardView = z.object({
  job: z.object({
    id: Id,
    slug: z.string(),
    title: z.string(),
    team: z.string(),
    state: z.enum(["draft", "open", "on_hold", "closed"]),
    levelKey: z.string(),
  }),
  columns: z.array(ColumnView),
  cards: z.array(CardView),
  refusals: z.array(Why),
  /** More are under way than are shown: those who wait longest are. */
  hidden: z.int(),
  ended: z.object({
    rejected: z.int(),
    withdrawn: z.int(),
    transferred: z.int(),
    hired: z.int(),
  }),
  /** What a decision's form offers, by the plan that a card is pinned to. */
  plans: z.array(
    z.object({
      planId: Id,
      levels: z.array(z.object({ key: z.string(), name: z.string() })),
      criteria: z.array(z.object({ criterionId: Id, name: z.string() })),
    }),
  ),
  may: z.object({ decide: z.boolean(), move: z.boolean(), add: z.boolean() }),
});
export type BoardView = z.infer<typeof BoardView>;

const InterviewState = z.enum(["planned", "proposed", "scheduled", "held", "absent", "cancelled"]);

const SeatView = z.object({
  scorecardId: Id,
  memberId: Id,
  name: z.string(),
  mine: z.boolean(),
  shadow: z.boolean(),
  state: z.enum(["assigned", "draft", "submitted", "excused", "void", "struck"]),
});

const StageView = z.object({
  id: Id,
  name: z.string(),
  kind: StageKind,
  when: z.enum(["done", "now", "to_come"]),
  enteredAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  quorum: z.object({ counted: z.int(), needed: z.int(), met: z.boolean() }).nullable(),
  /** Why this stage's scorecards are sealed to the reader; null where they are open. */
  sealed: Why.nullable(),
  /** Whether the reader may break the glass of what is sealed here (law 1). */
  breakGlass: MayView,
  marks: z.array(MarkView),
  interviews: z.array(
    z.object({
      id: Id,
      name: z.string(),
      minutes: z.int(),
      state: InterviewState,
      startsAt: Instant.nullable(),
      endsAt: Instant.nullable(),
      /** A room or the address of a call; empty while there is no time. */
      place: z.string(),
      /** What the candidate chooses from, and who would come; null unless it is proposed. */
      proposal: z
        .object({
          times: z.array(Instant),
          minutes: z.int(),
          interviewers: z.array(Id),
          shadows: z.array(Id),
        })
        .nullable(),
      /** The reader may open its kit. */
      kit: z.boolean(),
      seats: z.array(SeatView),
    }),
  ),
});

export const TimelineLineView = z.object({
  id: Id,
  at: Instant,
  kind: z.string(),
  by: z.string().nullable(),
  /** Why its words are not shown; null where they are. */
  sealed: Why.nullable(),
  /** What is said of it, where something is. */
  text: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type TimelineLineView = z.infer<typeof TimelineLineView>;

/** One application: who it is, what happened, what is owed now and what may be done. */
const ShownRange = z.object({
  minMinor: z.int(),
  maxMinor: z.int(),
  currency: z.string(),
  how: z.enum(["post", "invitation", "offer"]),
  at: Instant,
});

export const ApplicationView = z.object({
  id: Id,
  state: z.enum(APPLICATION_STATES),
  /** Why it ended, as a word; null while it is under way or where it is sealed. */
  endedFor: z.string().nullable(),
  source: z.enum(SOURCES),
  createdAt: Instant,
  enteredStageAt: Instant,
  endedAt: Instant.nullable(),
  nextWordAt: Instant.nullable(),
  late: z.boolean(),
  /** The promised next word is due soon or overdue: a message promises the one after it. */
  wordDue: z.boolean(),
  pinned: z.boolean(),
  job: z.object({
    id: Id,
    title: z.string(),
    state: z.enum(["draft", "open", "on_hold", "closed"]),
    levelKey: z.string(),
  }),
  stage: z.object({ id: Id, name: z.string(), kind: StageKind }),
  candidate: z.object({
    id: Id,
    name: z.string(),
    headline: z.string(),
    location: z.string(),
    links: z.array(z.string()),
  }),
  /** Null for those who see no contact details. */
  contact: z.object({ email: z.string(), phone: z.string() }).nullable(),
  files: z.array(z.object({ id: Id, name: z.string(), mediaType: z.string(), size: z.int() })),
  answers: z.array(
    z.object({ key: z.string(), text: z.string(), answer: z.string(), eligibility: z.boolean() }),
  ),
  /** The range last shown to the candidate; null where the reader sees no pay, or none was shown. */
  range: ShownRange.nullable(),
  /** All ranges last shown: that one first, then those of regions (ISO 3166). */
  ranges: z.array(ShownRange.extend({ region: z.string().nullable() })),
  adjustments: z.array(
    z.object({
      id: Id,
      /** What the candidate said; for the job's recruiter alone (law 17). */
      asked: z.string().nullable(),
      effect: z.string(),
      createdAt: Instant,
      answeredAt: Instant.nullable(),
    }),
  ),
  relations: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(["referral", "relation", "self"]),
      note: z.string().nullable(),
    }),
  ),
  others: z.array(
    z.object({
      applicationId: Id,
      job: z.string(),
      state: z.enum(APPLICATION_STATES),
      createdAt: Instant,
    }),
  ),
  stages: z.array(StageView),
  next: NextStepView,
  owes: z.array(z.object({ name: z.string(), what: z.string(), since: Instant.nullable() })),
  timeline: z.array(TimelineLineView),
  /** What the candidate asked for after a rejection; null where it is not for the reader. */
  feedback: z
    .object({ askedAt: Instant, dueAt: Instant.nullable(), sentAt: Instant.nullable() })
    .nullable(),
  /** The rejection's e-mail leaves then; until then it can be taken back. */
  mailLeavesAt: Instant.nullable(),
  moves: z.array(
    z.object({
      stageId: Id,
      name: z.string(),
      how: z.enum(["skip", "back"]),
      refused: Why.nullable(),
    }),
  ),
  rejections: z.array(z.object({ kind: z.enum(REJECT_KINDS), refused: Why.nullable() })),
  duplicates: z.array(z.object({ applicationId: Id, name: z.string(), createdAt: Instant })),
  transferTo: z.array(z.object({ jobId: Id, title: z.string() })),
  /** The plan's interviews of the stage it is in: an extra one takes the kit of one of them. */
  planned: z.array(z.object({ id: Id, name: z.string() })),
  may: z.object({
    decide: MayView,
    schedule: MayView,
    readScorecards: MayView,
    writeOffer: MayView,
    addNote: MayView,
    message: MayView,
    hold: MayView,
    resume: MayView,
    reject: MayView,
    takeBackMail: MayView,
    withdraw: MayView,
    move: MayView,
    transfer: MayView,
    answerAdjustment: MayView,
    declareRelation: MayView,
    addExtra: MayView,
  }),
});
export type ApplicationView = z.infer<typeof ApplicationView>;

import { z } from "zod";
import { Day, Id, Instant, line, optionalLine, reason } from "../wire.ts";

/** What is owed: by the laws that REGIONS names, by policy, or by a promise. */
export const DEADLINE_KINDS = [
  "next_word",
  "scorecard_owed",
  "question_answer",
  "answer_interviewed",
  "feedback_owed",
  "notice_art14",
  "offer_expiry",
  "post_selection_notice",
  "promotion_notice",
  "access_request",
  "cure_notice",
  "works_council",
  "pay_information",
  "own",
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** Those that somebody writes down, since what begins them happens outside the product. */
export const RECORDED_KINDS = [
  "cure_notice",
  "works_council",
  "pay_information",
  "access_request",
  "own",
] as const satisfies readonly DeadlineKind[];
export type RecordedKind = (typeof RECORDED_KINDS)[number];

/** Where a deadline stands at this moment, on the organization's calendar. */
export const WHENS = ["late", "today", "week", "later", "past"] as const;
export type When = (typeof WHENS)[number];

export const ListDeadlinesInput = z.strictObject({
  /** One's own, those one stands in for among them; or all that one may see. */
  scope: z.enum(["mine", "all"]),
  /** `past`: those that were met, late or in time. */
  when: z.enum(WHENS).nullish(),
  kind: z.enum(DEADLINE_KINDS).nullish(),
  jobId: Id.nullish(),
  cursor: z.string().max(100).nullish(),
});

const MemberRef = z.object({ memberId: Id, name: z.string() });

export const DeadlineLine = z.object({
  id: Id,
  kind: z.enum(DEADLINE_KINDS),
  /** What is to be done, in a sentence. */
  what: z.string(),
  when: z.enum(WHENS),
  state: z.enum(["open", "done", "late"]),
  dueAt: Instant,
  startsAt: Instant,
  doneAt: Instant.nullable(),
  doneBy: z.string().nullable(),
  note: z.string(),
  /** Each law, policy and promise that sets it, the earliest first: it counts. */
  setBy: z.array(
    z.object({
      by: z.enum(["law", "policy", "promise"]),
      region: z.string().nullable(),
      sentence: z.string(),
      source: z.string(),
      dueAt: Instant,
    }),
  ),
  owner: MemberRef.nullable(),
  standIn: MemberRef.nullable(),
  /** Who has it now: its owner, or who stands in while they are away. */
  acting: MemberRef.nullable(),
  mine: z.boolean(),
  reassignReason: z.string(),
  /** Null: there is none, or the reader may not know who it is. */
  candidate: z.string().nullable(),
  job: z.object({ jobId: Id, title: z.string() }).nullable(),
  applicationId: Id.nullable(),
  /** It is met on the page of the application's offer, and the reader may open that. */
  onOffer: z.boolean(),
  /** The interview whose scorecard is owed. */
  interviewId: Id.nullable(),
  may: z.object({ complete: z.boolean(), reassign: z.boolean(), open: z.boolean() }),
});
export type DeadlineLine = z.infer<typeof DeadlineLine>;

export const Absence = z.object({
  from: Instant,
  until: Instant,
  standIn: MemberRef.nullable(),
});

export const DeadlineListView = z.object({
  now: Instant,
  timeZone: z.string(),
  lines: z.array(DeadlineLine),
  next: z.string().nullable(),
  /** How many of the same scope there are, at most 500 each. */
  counts: z.object({ late: z.int(), today: z.int(), week: z.int(), later: z.int() }),
  /** The jobs that the reader may write a deadline down for. */
  jobs: z.array(z.object({ jobId: Id, title: z.string() })),
  absence: Absence.nullable(),
});
export type DeadlineListView = z.infer<typeof DeadlineListView>;

export const RecordDeadlineInput = z.strictObject({
  jobId: Id,
  /** Of whom it is about; not for the notice of an authority, which is about the job. */
  applicationId: Id.nullable(),
  kind: z.enum(RECORDED_KINDS),
  /** What is to be done; needed for one of one's own. */
  title: optionalLine(),
  /** The day on which it began to run: when the request or the notice arrived. */
  since: Day,
  /** The last day of one's own deadline; the law settles that of the others. */
  due: Day.nullable(),
});

export const DeadlineInput = z.strictObject({ deadlineId: Id });
export const CompleteDeadlineInput = DeadlineInput.extend({ note: line(500) });
export const ReassignDeadlineInput = DeadlineInput.extend({ memberId: Id, reason: reason() });

/** Null ends the absence. */
export const SetAwayInput = z.strictObject({
  away: z.strictObject({ from: Instant, until: Instant, standInId: Id.nullable() }).nullable(),
});

export const DeadlineView = z.object({
  id: Id,
  kind: z.enum(DEADLINE_KINDS),
  state: z.enum(["open", "done", "late", "void"]),
  dueAt: Instant,
  ownerId: Id.nullable(),
  standInId: Id.nullable(),
});
export type DeadlineView = z.infer<typeof DeadlineView>;

export const AwayView = z.object({ absence: Absence.nullable() });

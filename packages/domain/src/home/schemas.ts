import { z } from "zod";
import { INTERVIEW_KINDS } from "../interview/schemas.ts";
import { Day, Id, Instant } from "../wire.ts";

export const ShowHomeInput = z.strictObject({});

const Person = { applicationId: Id, candidate: z.string(), job: z.string() };

/** One thing that waits for the reader; `dueAt` orders them, null comes last. */
export const WaitingItem = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("scorecard"),
    dueAt: Instant,
    interviewId: Id,
    interview: z.string(),
    /** Something is typed already. */
    begun: z.boolean(),
    shadow: z.boolean(),
    ...Person,
  }),
  z.object({
    kind: z.literal("interview"),
    dueAt: Instant,
    endsAt: Instant,
    interviewId: Id,
    interview: z.string(),
    form: z.enum(INTERVIEW_KINDS),
    place: z.string(),
    shadow: z.boolean(),
    ...Person,
  }),
  z.object({
    kind: z.literal("debrief"),
    dueAt: Instant.nullable(),
    stage: z.string(),
    /** Open already, or ready to be opened. */
    open: z.boolean(),
    ...Person,
  }),
  z.object({
    kind: z.literal("decision"),
    dueAt: Instant.nullable(),
    stage: z.string(),
    ...Person,
  }),
  z.object({
    kind: z.literal("review"),
    dueAt: Instant.nullable(),
    jobId: Id,
    job: z.string(),
    stage: z.string(),
    count: z.int(),
  }),
  z.object({
    kind: z.literal("unscheduled"),
    dueAt: Instant.nullable(),
    interviewId: Id,
    interview: z.string(),
    /** Times were proposed, and the candidate has not chosen. */
    proposed: z.boolean(),
    ...Person,
  }),
  z.object({
    kind: z.literal("approval"),
    dueAt: Instant,
    offerId: Id,
    author: z.string(),
    ...Person,
  }),
  z.object({
    kind: z.literal("offer"),
    dueAt: Instant,
    offerId: Id,
    /** Not asked for approval yet, or approved and not sent. */
    state: z.enum(["draft", "approved"]),
    ...Person,
  }),
  z.object({ kind: z.literal("question"), dueAt: Instant, stage: z.string(), ...Person }),
  z.object({ kind: z.literal("word"), dueAt: Instant, stage: z.string(), ...Person }),
  z.object({
    kind: z.literal("job_draft"),
    dueAt: Instant.nullable(),
    since: Instant,
    jobId: Id,
    job: z.string(),
  }),
]);
export type WaitingItem = z.infer<typeof WaitingItem>;

const OfGrowth = {
  memberId: Id,
  name: z.string(),
  /** Of the reader's own growth, and not of somebody whom they manage. */
  own: z.boolean(),
  dueAt: Instant,
  late: z.boolean(),
};

/** One thing of somebody's growth that waits for the reader. */
export const GrowthItem = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("review_side"), reviewId: Id, ...OfGrowth }),
  z.object({ kind: z.literal("review_compare"), reviewId: Id, ...OfGrowth }),
  z.object({ kind: z.literal("check_in"), week: Day, ...OfGrowth }),
  z.object({ kind: z.literal("check_in_reply"), week: Day, ...OfGrowth }),
]);
export type GrowthItem = z.infer<typeof GrowthItem>;

export const HomeView = z.object({
  name: z.string(),
  now: Instant,
  timeZone: z.string(),
  waiting: z.array(WaitingItem),
  /** Requisitions that the reader is asked to approve, or that came back to them. */
  requisitions: z.array(
    z.object({
      requisitionId: Id,
      number: z.int(),
      title: z.string(),
      author: z.string(),
      /** To be approved by the reader, or their own draft that was sent back. */
      kind: z.enum(["approve", "sent_back"]),
      since: Instant,
    }),
  ),
  /** Drafts of plans of growth that wait for the reader to agree. */
  plans: z.array(z.object({ planId: Id, memberId: Id, name: z.string(), since: Instant })),
  /** Exceptions for an offer's pay that the reader may answer. */
  exceptions: z.array(
    z.object({
      exceptionId: Id,
      offerId: Id,
      candidate: z.string(),
      job: z.string(),
      askedBy: z.string(),
      since: Instant,
    }),
  ),
  /** The reader's deadlines that are late or due within a week and wait under no other name. */
  deadlines: z.array(
    z.object({
      id: Id,
      what: z.string(),
      dueAt: Instant,
      late: z.boolean(),
      /** Null: it is of no application, or of none that the reader may open. */
      applicationId: Id.nullable(),
      job: z.string().nullable(),
    }),
  ),
  /** Of the reader's growth and of those whom they manage, the soonest first. */
  growth: z.array(GrowthItem),
  /** What comes next, when nothing waits. */
  next: z
    .object({
      interviewId: Id,
      interview: z.string(),
      startsAt: Instant,
      candidate: z.string(),
      job: z.string(),
    })
    .nullable(),
  /** The jobs that the reader may refer someone for. */
  referTo: z.array(z.object({ jobId: Id, title: z.string() })),
  /** Where the reader could begin, when nothing waits and nothing comes. */
  may: z.object({ createJob: z.boolean(), seeInterviews: z.boolean(), readAudit: z.boolean() }),
});
export type HomeView = z.infer<typeof HomeView>;

import { z } from "zod";
import { Id, Instant } from "../wire.ts";

/** An application, and whose it is for which job. */
const Application = { applicationId: Id, candidateId: Id, jobId: Id };
const OfStage = { ...Application, stageId: Id };
const OfInterview = {
  interviewId: Id,
  ...OfStage,
  kind: z.enum(["interview", "take_home", "reference_check"]),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  /** Members who interview; who only listens is not among them. */
  interviewerIds: z.array(Id),
};
const OfScorecard = { scorecardId: Id, interviewId: Id, authorId: Id, ...OfStage };
const OfDebrief = { debriefId: Id, session: z.int(), ...OfStage };
const OfOffer = { offerId: Id, number: z.int(), ...Application };
const OfPost = { postId: Id, jobId: Id, number: z.int() };

/** One kind of event: its version rises when an old reader could not read its data any more. */
function event<S extends z.ZodRawShape>(version: number, shape: S, says: string) {
  return { version, data: z.strictObject(shape), says };
}

/**
 * Every event that an organization can hear of: its version, what it carries, and one line on it.
 * The data are ids, states and instants: never a text that a person typed, and nothing that judges
 * (law 1). An end that its candidate is yet to hear of is no event.
 */
export const EVENTS = {
  "application.received": event(
    1,
    { ...OfStage, source: z.enum(["applied", "added", "referred"]) },
    "Somebody applied, was added or was referred, and the application is in its first stage.",
  ),
  "application.moved": event(
    1,
    { ...OfStage, fromStageId: Id },
    "An application is in another stage.",
  ),
  "application.held": event(
    1,
    { ...OfStage, nextWordAt: Instant.nullable() },
    "An application is on hold; the candidate hears by the day that is named.",
  ),
  "application.resumed": event(
    1,
    { ...OfStage, nextWordAt: Instant.nullable() },
    "An application goes on after it was on hold.",
  ),
  "application.ended": event(
    1,
    { ...OfStage, outcome: z.enum(["withdrawn", "rejected"]) },
    "An application ended; of a rejection it tells once the candidate was told.",
  ),
  "application.transferred": event(
    1,
    { ...Application, toApplicationId: Id, toJobId: Id },
    "An application ended, and goes on as a new one for another job.",
  ),
  "application.reopened": event(1, OfStage, "An application that had ended is active again."),

  "interview.scheduled": event(1, OfInterview, "An interview has its time and its people."),
  "interview.moved": event(1, OfInterview, "An interview is at another time or place."),
  "interview.reassigned": event(1, OfInterview, "An interview has another interviewer."),
  "interview.cancelled": event(
    1,
    OfInterview,
    "An interview was cancelled by itself; the end of its application cancels it without saying.",
  ),
  "interview.missed": event(
    1,
    { ...OfInterview, absent: z.enum(["candidate", "interviewer"]) },
    "An interview did not take place, as someone was absent.",
  ),

  "scorecard.submitted": event(1, OfScorecard, "An interviewer submitted their scorecard."),
  "scorecard.excused": event(1, OfScorecard, "An interviewer was excused from their scorecard."),
  "debrief.opened": event(1, OfDebrief, "The debrief of a stage began, or began again."),
  "debrief.closed": event(1, OfDebrief, "The debrief of a stage ended."),

  "offer.sent": event(1, { ...OfOffer, expiresAt: Instant }, "An offer was sent to the candidate."),
  "offer.accepted": event(
    1,
    OfOffer,
    "The candidate accepted an offer; the application ends as hired.",
  ),
  "offer.declined": event(1, OfOffer, "The candidate declined an offer."),
  "offer.withdrawn": event(1, OfOffer, "An offer that was out was withdrawn."),
  "offer.confirmed": event(1, OfOffer, "The conditions of an accepted offer are met."),
  "offer.fell_through": event(
    1,
    { ...OfOffer, outcome: z.enum(["withdrawn", "rejected"]) },
    "An accepted offer came to nothing, and the application ends.",
  ),

  "job.opened": event(1, { jobId: Id }, "A job takes applications, for the first time or again."),
  "job.held": event(1, { jobId: Id }, "A job is on hold."),
  "job.resumed": event(1, { jobId: Id }, "A job goes on after it was on hold."),
  "job.closed": event(1, { jobId: Id }, "A job is closed."),
  "post.published": event(1, OfPost, "A job post is public."),
  "post.unpublished": event(1, OfPost, "A job post was taken down by somebody."),

  "candidate.erased": event(
    1,
    { candidateId: Id },
    "A candidate was erased: whoever copied something of them erases it, too.",
  ),
  "application.erased": event(
    1,
    { applicationIds: z.array(Id) },
    "Applications of somebody who stays were erased: whoever copied something of them erases it, too.",
  ),
  "webhook.ping": event(1, { endpointId: Id }, "A test, sent by an admin to one endpoint."),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventData<N extends EventName> = z.output<(typeof EVENTS)[N]["data"]>;

/** Whether a name is one of an event. */
export function isEventName(name: string): name is EventName {
  return Object.hasOwn(EVENTS, name);
}

/** The names that an endpoint can ask for; a ping goes to the endpoint for which it was asked. */
export const WANTABLE: readonly EventName[] = Object.keys(EVENTS).filter(
  (name): name is EventName => isEventName(name) && name !== "webhook.ping",
);

/** What is sent: the event's `data` are as its name and version say. */
export const Envelope = z.strictObject({
  /** The same at each attempt, and the header `webhook-id`. */
  id: Id,
  event: z.string(),
  version: z.int().min(1),
  occurredAt: Instant,
  organization: z.strictObject({ id: Id, slug: z.string() }),
  data: z.record(z.string(), z.unknown()),
});

/** The whole of what is sent of one event. */
export function payloadOf(name: EventName) {
  const { version, data } = EVENTS[name];
  return Envelope.extend({ event: z.literal(name), version: z.literal(version), data });
}

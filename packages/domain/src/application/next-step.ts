import type { NextStepView } from "./schemas.ts";

export type NextStepFacts = {
  state: "active" | "on_hold" | "rejected" | "withdrawn" | "transferred" | "hired";
  nextWordAt: Date | null;
  stageKind: "review" | "interview" | "offer";
  /** The interviews of the stage, in the order of the plan. */
  interviews: readonly {
    name: string;
    state: "planned" | "proposed" | "scheduled" | "held" | "absent" | "cancelled";
    startsAt: Date | null;
  }[];
  /** Scorecards that are owed on interviews that have begun. */
  owed: number;
  quorumMet: boolean;
  asksForDebrief: boolean;
  session: "none" | "open" | "closed" | "not_held";
  /** Sealed to who owes a scorecard on the candidate (law 1). */
  offer: { state: string; expiresAt: Date } | "sealed" | null;
  /** A decision to offer is in force. */
  offerDecided: boolean;
  /** What the reader may do here: to others the step says whom it waits for. */
  reader: { decides: boolean; manages: boolean; leads: boolean; schedules: boolean };
  /** The hiring managers by name, or empty. */
  manager: string;
};

const OFFER_STEP: Record<string, string> = {
  draft: "Ask for the offer's approval",
  pending: "The offer waits for approval",
  approved: "Send the offer",
  sent: "The offer waits for an answer",
  change_asked: "Answer the asked change",
  accepted: "Confirm the offer's conditions",
};

/** How an offer ended without an answer that hires; the application goes on until somebody ends it. */
const OFFER_OVER: Record<string, string> = {
  declined: "The offer was declined",
  expired: "The offer expired unanswered",
  withdrawn: "The offer was withdrawn",
};

/**
 * What an application waits for now, in the words of who reads it: one short sentence, with a time
 * where it has one.
 */
export function nextStep(facts: NextStepFacts): NextStepView {
  const say = (kind: NextStepView["kind"], text: string, at: Date | null = null) => ({
    kind,
    text,
    at: at?.toISOString() ?? null,
  });
  if (facts.state === "on_hold") return say("hold", "On hold, next word", facts.nextWordAt);
  const offer = facts.offer === "sealed" ? null : facts.offer;
  const offering = offer === null ? undefined : OFFER_STEP[offer.state];
  if (offer !== null && offering !== undefined && facts.state !== "rejected") {
    return say("offer", offering, offer.state === "sent" ? offer.expiresAt : null);
  }
  if (facts.state !== "active") return say("ended", ENDED[facts.state]);
  const { reader } = facts;
  const manager = facts.manager === "" ? "the hiring manager" : facts.manager;
  const decide = (own: string) =>
    say("decide", reader.decides ? own : `Waits for ${manager} to decide`);
  const over = offer === null ? undefined : OFFER_OVER[offer.state];
  if (over !== undefined) {
    const rest = ": write another, or end the application";
    return say("offer", reader.leads ? `${over}${rest}` : over);
  }
  if (facts.stageKind === "offer" || facts.offerDecided) {
    if (facts.offer === "sealed") return say("offer", "An offer is being prepared");
    if (!facts.offerDecided) return decide("Decide to offer");
    return say("offer", reader.leads ? "Write the offer" : "An offer is being prepared");
  }
  const first = (state: string) => facts.interviews.find((one) => one.state === state);
  const planned = first("planned");
  if (planned !== undefined) {
    const { name } = planned;
    return say("schedule", reader.schedules ? `Schedule ${name}` : `To be scheduled: ${name}`);
  }
  const proposed = first("proposed");
  if (proposed !== undefined) return say("choose", `Candidate chooses a time: ${proposed.name}`);
  if (facts.owed > 0) {
    return say(
      "scorecards",
      facts.owed === 1 ? "1 scorecard owed" : `${facts.owed} scorecards owed`,
    );
  }
  const scheduled = facts.interviews.filter((one) => one.state === "scheduled");
  const [soonest] = scheduled.toSorted(
    (a, b) => (a.startsAt?.getTime() ?? 0) - (b.startsAt?.getTime() ?? 0),
  );
  if (soonest !== undefined && !facts.quorumMet) {
    return say("interview", soonest.name, soonest.startsAt);
  }
  if (!facts.quorumMet) {
    return say(
      "schedule",
      reader.manages ? "Add an interview" : `Waits for ${manager} to add an interview`,
    );
  }
  if (facts.asksForDebrief && facts.session === "none") return say("debrief", "Debrief is ready");
  if (facts.session === "open") return say("debrief", "Debrief is open");
  return decide(facts.stageKind === "review" ? "Read and decide" : "Decide");
}

const ENDED = {
  rejected: "Rejected",
  withdrawn: "Withdrawn",
  transferred: "Transferred to another job",
  hired: "Hired",
} as const;

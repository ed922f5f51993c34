import { deny, type Denial } from "../errors.ts";
import type { Limits } from "../limits.ts";
import type { DecisionKind } from "./schemas.ts";

export type SessionState = "none" | "open" | "closed" | "not_held";

/** What the rules on a stage's debrief and decision are asked with. */
export type StageFacts = {
  application: "active" | "on_hold" | "rejected" | "withdrawn" | "transferred" | "hired";
  /** `manager` is its hiring managers by name, or empty. */
  job: { state: string; recruiterDecides: boolean; levelKey: string; manager: string };
  stage: {
    name: string;
    kind: "review" | "interview" | "offer";
    asksForDebrief: boolean;
    /** The plan has interviews here, or one was held. */
    interviewed: boolean;
    current: boolean;
    decided: boolean;
  };
  /** The stage that the application is in. */
  now: string;
  next: { name: string; kind: "review" | "interview" | "offer" } | null;
  quorum: { needed: number; counted: number };
  session: SessionState;
  /** People whose scorecards count, over the whole application. */
  people: number;
  /** Why the actor may not read this stage (law 1); null where nothing judges anyone. */
  seal: Denial | null;
  decider: "manager" | "recruiter" | null;
  /** An offer is sent, and neither answered nor ended. */
  offerOut: boolean;
  /** A decision to offer is in force. */
  offerDecided: boolean;
  /** Another application of the person to this job is under way. */
  appliedAgain: boolean;
};

/** Who decides on merit: the hiring manager, or the recruiter where the job lets them. */
export function deciderOf(
  duties: ReadonlySet<string>,
  recruiterDecides: boolean,
): StageFacts["decider"] {
  if (duties.has("job_manager")) return "manager";
  return duties.has("job_recruiter") && recruiterDecides ? "recruiter" : null;
}

/** waiting → ready is the quorum; from open on it is what people did (STATES, debrief). */
export function debriefState(
  facts: Pick<StageFacts, "session" | "quorum">,
): "waiting" | "ready" | "open" | "closed" | "not_held" {
  if (facts.session !== "none") return facts.session;
  return isQuorate(facts) ? "ready" : "waiting";
}

/** ready → open: the quorum is in, and who owes does not enter (laws 1 and 4). */
export function whyNotOpen(facts: StageFacts): Denial | null {
  if (facts.session !== "none") return deny("DEBRIEF_STARTED", { state: facts.session });
  return whyNotHere(facts) ?? whyNotReady(facts) ?? facts.seal;
}

/** ready → not held: only where the plan asks for none. */
export function whyNotSkip(facts: StageFacts): Denial | null {
  if (facts.session !== "none") return deny("DEBRIEF_STARTED", { state: facts.session });
  if (facts.stage.asksForDebrief) return deny("DEBRIEF_REQUIRED", { stage: facts.stage.name });
  return whyNotHere(facts) ?? whyNotReady(facts);
}

/** While it is open: second ratings, notes, and its end; never by who owes (law 1). */
export function whyNotSpeak(facts: StageFacts): Denial | null {
  if (facts.application === "hired") return deny("APPLICATION_STATE", { state: facts.application });
  if (facts.session !== "open") return deny("DEBRIEF_NOT_OPEN", { state: facts.session });
  return facts.seal;
}

/** closed → open again as a new session: with a reason, as long as nobody was hired (law 5). */
export function whyNotReopen(facts: StageFacts): Denial | null {
  if (facts.application === "hired") return deny("APPLICATION_STATE", { state: facts.application });
  if (facts.session !== "closed") return deny("DEBRIEF_NOT_CLOSED", { state: facts.session });
  return facts.seal;
}

/** The quorum goes down only, to no less than one, before the stage is decided (law 4). */
export function whyNotLowerQuorum(facts: StageFacts, to: number): Denial | null {
  const denial = whyNotHere(facts);
  if (denial !== null) return denial;
  if (facts.stage.decided) return deny("DECISION_TAKEN", { kind: "stage" });
  const { needed } = facts.quorum;
  return to < 1 || to >= needed ? deny("QUORUM_NOT_LOWER", { needed }) : null;
}

/** Laws 1, 4, 5, 7 and 9 on a decision on merit, before its grounds are looked at. */
export function whyNotDecide(
  facts: StageFacts,
  kind: DecisionKind,
  limits: Pick<Limits, "peopleForOffer">,
): Denial | null {
  if (facts.decider === null) {
    return deny("RECRUITER_DOES_NOT_DECIDE", { manager: facts.job.manager });
  }
  return (
    whyNotTakeUp(facts, kind) ??
    whyNotCurrent(facts) ??
    (facts.stage.decided ? deny("DECISION_TAKEN", { kind: "stage" }) : null) ??
    whyNotMerit(facts, kind, limits)
  );
}

/** A reversal obeys the same laws; it speaks of a decided stage, and only the manager does it. */
export function whyNotReverse(
  facts: StageFacts,
  decision: { state: "recorded" | "superseded"; kind: DecisionKind; laterStage: string | null },
  kind: DecisionKind,
  limits: Pick<Limits, "peopleForOffer">,
): Denial | null {
  if (decision.state === "superseded") return deny("DECISION_SUPERSEDED", {});
  if (decision.laterStage !== null) {
    return deny("NOT_LATEST_DECISION", { stage: decision.laterStage });
  }
  if (facts.decider !== "manager") {
    return deny("RECRUITER_DOES_NOT_DECIDE", { manager: facts.job.manager });
  }
  const own = { ...facts, offerDecided: facts.offerDecided && decision.kind !== "offer" };
  return whyNotTakeUp(facts, kind) ?? whyNotMerit(own, kind, limits);
}

/** Quorum, debrief, seal, offers out, and the way on. */
function whyNotMerit(
  facts: StageFacts,
  kind: DecisionKind,
  limits: Pick<Limits, "peopleForOffer">,
): Denial | null {
  const { stage, next, people } = facts;
  if (!isQuorate(facts)) return deny("QUORUM_NOT_MET", facts.quorum);
  if (facts.seal !== null) return facts.seal;
  if (facts.session === "open" || (facts.session === "none" && stage.asksForDebrief)) {
    return deny("DEBRIEF_MISSING", { state: facts.session });
  }
  if (facts.offerOut) return deny("OFFER_OUT", {});
  if (kind === "advance" && next === null) return deny("NO_NEXT_STAGE", { stage: stage.name });
  if (kind !== "offer") return null;
  if (facts.offerDecided) return deny("DECISION_TAKEN", { kind: "offer" });
  if (stage.kind !== "offer" && next !== null && next.kind !== "offer") {
    return deny("OFFER_TOO_EARLY", { next: next.name });
  }
  const needed = limits.peopleForOffer;
  return people < needed ? deny("TWO_PEOPLE", { people, needed }) : null;
}

/**
 * To go on needs an active application; rejected, withdrawn → active is the manager's, in an open
 * job, by a new decision to go on.
 */
function whyNotTakeUp(facts: StageFacts, kind: DecisionKind): Denial | null {
  const { application, job } = facts;
  if (application === "active") return null;
  if (application === "on_hold" && kind === "reject") return null;
  const again = application === "rejected" || application === "withdrawn";
  if (!again || kind === "reject" || facts.decider !== "manager") {
    return deny("APPLICATION_STATE", { state: application });
  }
  if (job.state !== "open") return deny("JOB_NOT_OPEN", { state: job.state });
  return facts.appliedAgain ? deny("ACTIVE_APPLICATION", {}) : null;
}

function whyNotHere(facts: StageFacts): Denial | null {
  if (facts.application !== "active" && facts.application !== "on_hold") {
    return deny("APPLICATION_STATE", { state: facts.application });
  }
  return whyNotCurrent(facts);
}

function whyNotCurrent(facts: StageFacts): Denial | null {
  return facts.stage.current
    ? null
    : deny("STAGE_PASSED", { stage: facts.stage.name, now: facts.now });
}

function whyNotReady(facts: StageFacts): Denial | null {
  return isQuorate(facts) ? null : deny("DEBRIEF_NOT_READY", facts.quorum);
}

function isQuorate({ quorum }: Pick<StageFacts, "quorum">): boolean {
  return quorum.counted >= quorum.needed;
}

export type Grounds = {
  kind: DecisionKind;
  levelKey: string;
  levelReason: string;
  criterionIds: readonly string[];
  requirement: string;
};

/** Law 5: the criteria it rests on (without interviews the requirement), and the hiring level. */
export function whyNotGround(
  grounds: Grounds,
  known: {
    interviewed: boolean;
    criterionIds: readonly string[];
    levels: readonly { key: string; name: string }[];
    jobLevelKey: string;
  },
): Denial | null {
  if (known.interviewed && grounds.criterionIds.length === 0) return deny("GROUNDS_MISSING", {});
  if (!known.interviewed && grounds.requirement.trim().length < 3) {
    return deny("REQUIREMENT_MISSING", {});
  }
  if (grounds.criterionIds.some((id) => !known.criterionIds.includes(id))) {
    return deny("GROUND_UNKNOWN", {});
  }
  if (!known.levels.some((level) => level.key === grounds.levelKey)) {
    return deny("LEVEL_UNKNOWN", {});
  }
  if (isOtherLevel(grounds, known.jobLevelKey) && grounds.levelReason.trim().length < 3) {
    const ofJob = known.levels.find((level) => level.key === known.jobLevelKey);
    return deny("LEVEL_REASON_MISSING", { level: ofJob?.name ?? known.jobLevelKey });
  }
  return null;
}

/** Law 6: to hire at another level than the job's is a deviation. */
export function isOtherLevel(
  grounds: Pick<Grounds, "kind" | "levelKey">,
  jobLevelKey: string,
): boolean {
  return grounds.kind !== "reject" && grounds.levelKey !== jobLevelKey;
}

/** Notes are saved over what their author has seen, not over what somebody else wrote since. */
export function whyNotSaveNotes(seen: string, now: string): Denial | null {
  return seen === now ? null : deny("NOTES_OUTDATED", {});
}

/** A second rating stands beside a first one (law 5). */
export function whyNotRateAgain(first: { rated: boolean }): Denial | null {
  return first.rated ? null : deny("SECOND_RATING_UNFOUNDED", {});
}

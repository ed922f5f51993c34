import { deny, type Denial } from "../errors.ts";

export type InterviewState = "planned" | "proposed" | "scheduled" | "held" | "absent" | "cancelled";

export type InterviewFacts = {
  state: InterviewState;
  startsAt: Date | null;
  endsAt: Date | null;
};

export type InterviewCommand =
  | "propose"
  | "schedule"
  | "chooseTime"
  | "move"
  | "swap"
  | "cancel"
  | "markAbsent"
  | "setFocus";

/** From which states each command goes; what is not listed is refused. */
export const ALLOWED_FROM = {
  propose: ["planned", "proposed"],
  schedule: ["planned", "proposed"],
  chooseTime: ["proposed"],
  move: ["scheduled"],
  swap: ["scheduled"],
  cancel: ["planned", "proposed", "scheduled"],
  markAbsent: ["scheduled", "held"],
  setFocus: ["planned", "proposed", "scheduled"],
} as const satisfies Record<InterviewCommand, readonly InterviewState[]>;

/** The state an interview is in now: at its end it is held, whether or not that was noted yet. */
export function stateNow(interview: InterviewFacts, now: Date): InterviewState {
  const over = interview.endsAt !== null && interview.endsAt <= now;
  return interview.state === "scheduled" && over ? "held" : interview.state;
}

/** Whether a command goes from the interview's state at this time. */
export function whyNotInState(
  command: InterviewCommand,
  interview: InterviewFacts,
  now: Date,
): Denial | null {
  const state = stateNow(interview, now);
  const from: readonly InterviewState[] = ALLOWED_FROM[command];
  if (!from.includes(state)) {
    return deny("INTERVIEW_STATE", { state });
  }
  const begun = state === "scheduled" && interview.startsAt !== null && interview.startsAt <= now;
  if (begun && (command === "move" || command === "swap" || command === "setFocus")) {
    return deny("INTERVIEW_BEGUN", {});
  }
  if (!begun && state === "scheduled" && command === "markAbsent") {
    return deny("INTERVIEW_NOT_YET", {});
  }
  return null;
}

/**
 * Whether a cancelled interview is planned anew: it had been proposed or had a time, and its stage
 * still goes on. What is cancelled while it is only planned is dropped.
 */
export function isPlannedAgain(
  interview: { state: InterviewState; stageId: string },
  application: { state: string; stageId: string },
): boolean {
  return (
    interview.state !== "planned" &&
    application.stageId === interview.stageId &&
    whyNotArrange(application.state) === null
  );
}

/** Interviews are arranged for applications that have not ended. */
export function whyNotArrange(applicationState: string): Denial | null {
  return applicationState === "active" || applicationState === "on_hold"
    ? null
    : deny("INTERVIEW_APPLICATION_ENDED", {});
}

/** An interview starts in the future. */
export function whyNotAt(startsAt: Date, now: Date): Denial | null {
  return startsAt > now ? null : deny("INTERVIEW_STARTS_IN_PAST", {});
}

/** Proposed times are all to come, and no two are the same. */
export function whyNotPropose(times: readonly Date[], now: Date): Denial | null {
  if (new Set(times.map((time) => time.getTime())).size !== times.length) {
    return deny("INTERVIEW_TIMES_TWICE", {});
  }
  return times.map((time) => whyNotAt(time, now)).find((denial) => denial !== null) ?? null;
}

/** Nobody sits in an interview twice. */
export function whyNotSeat(
  interviewers: readonly string[],
  shadows: readonly string[],
): Denial | null {
  const all = [...interviewers, ...shadows];
  return new Set(all).size === all.length ? null : deny("INTERVIEWER_TWICE", {});
}

/** Absent is somebody only if nobody judged the interview. */
export function whyNotAbsent(
  interview: InterviewFacts,
  submitted: number,
  now: Date,
): Denial | null {
  return (
    whyNotInState("markAbsent", interview, now) ??
    (submitted > 0 ? deny("INTERVIEW_SCORECARD_IN", {}) : null)
  );
}

/** Cancelled is only what nobody judged yet. */
export function whyNotCancel(
  interview: InterviewFacts,
  submitted: number,
  now: Date,
): Denial | null {
  return (
    whyNotInState("cancel", interview, now) ??
    (submitted > 0 ? deny("INTERVIEW_SCORECARD_IN", {}) : null)
  );
}

/**
 * Words that say what somebody thought of the candidate, and so have no place in a focus. Terms of
 * the trade stay allowed: strong consistency, failure modes, rate limits, a recommendation service.
 */
const JUDGING = new RegExp(
  `\\b(?:${[
    "impress\\w*",
    "disappoint\\w*",
    "underwhelm\\w*",
    "struggl\\w*",
    "shaky",
    "brilliant",
    "excellent",
    "outstanding",
    "amazing",
    "terrible",
    "arrogant",
    "poorly",
    "(?:un)?convinc\\w*",
    "weakness(?:es)?",
    "(?:weak|strong|good|great|bad|poor) (?:at|in|on|candidate|answers?|performance|impression)",
    "(?:was|is|seems?|seemed|looked|felt) (?:very |quite |rather |too )?(?:weak|strong|good|great|bad|poor|vague|junior|senior|smart|slow)",
    "did (?:very |quite |really )?(?:well|badly)",
    "(?:could not|couldn.t|failed to|unable to|did not know|didn.t know)",
    "red flags?",
    "thumbs (?:up|down)",
    "strong yes",
    "definitely not",
    "(?:no|strong)[ -]hire",
    "not sure about (?:him|her|them)",
    "reject(?:ed|ion)?",
  ].join("|")})\\b`,
  "iu",
);

/** Law 1: a focus hands on criteria and questions, never a judgement. */
export function whyNotFocus(focus: string): Denial | null {
  const [word] = JUDGING.exec(focus) ?? [];
  return word === undefined ? null : deny("FOCUS_JUDGES", { word });
}

/** Who interviews is active, and law 7 keeps them from nobody there; both by name. */
export function whyNotFit(of: {
  conflicted: readonly string[];
  inactive: readonly string[];
}): Denial | null {
  if (of.conflicted.length > 0) return deny("INTERVIEWER_CONFLICT", { names: [...of.conflicted] });
  return of.inactive.length > 0
    ? deny("INTERVIEWER_NOT_ACTIVE", { names: [...of.inactive] })
    : null;
}

/** Swapped is somebody who sits there and judged nothing yet, for somebody who does not sit there. */
export function whyNotSwap(of: {
  out: string;
  in: string;
  seated: readonly string[];
}): Denial | null {
  if (of.seated.includes(of.in) || of.in === of.out) return deny("INTERVIEWER_TWICE", {});
  return of.seated.includes(of.out) ? null : deny("INTERVIEWER_NOT_SEATED", {});
}

/** A candidate takes one of the times that they were asked to choose from. */
export function whyNotChoose(time: { proposed: boolean }): Denial | null {
  return time.proposed ? null : deny("INTERVIEW_TIME_NOT_PROPOSED", {});
}

/** An interview has somebody who interviews. */
export function whyNotSeated(interviewers: number): Denial | null {
  return interviewers > 0 ? null : deny("INTERVIEWERS_GONE", {});
}

/** A seat is passed on to somebody; a candidate hears nothing of anybody's week. */
export function whyNotPassOn(of: {
  next: boolean;
  candidate: boolean;
  week: string;
}): Denial | null {
  if (of.next) return null;
  return of.candidate
    ? deny("INTERVIEWERS_GONE", {})
    : deny("INTERVIEWER_POOL_FULL", { week: of.week });
}

/** An extra interview is one of the stage that the application is in, and that goes on. */
export function whyNotExtra(plan: { ofStage: boolean; open: boolean }): Denial | null {
  if (!plan.ofStage) return deny("INTERVIEW_NOT_OF_STAGE", {});
  return plan.open ? null : deny("INTERVIEW_STAGE_OVER", {});
}

/** Law 8: an invitation carries the pay range of each place that demands one. */
export function whyNotInvite(lacking: readonly string[]): Denial | null {
  return lacking.length > 0 ? deny("INVITATION_NEEDS_RANGE", {}) : null;
}

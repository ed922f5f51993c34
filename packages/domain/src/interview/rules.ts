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

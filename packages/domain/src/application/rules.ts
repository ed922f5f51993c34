import type { application } from "@rubric/db/schema";
import { deny, type Denial } from "../errors.ts";
import type { Limits } from "../limits.ts";
import type { RejectKind } from "./schemas.ts";

const DAY = 86_400_000;

export type ApplicationState = (typeof application.$inferSelect)["state"];

/** Commands on an application that its state allows or refuses. */
export type ApplicationCommand =
  | "move"
  | "hold"
  | "message"
  | "resume"
  | "reject"
  | "takeBackMail"
  | "withdraw"
  | "transfer";

const ALLOWED = {
  move: ["active"],
  hold: ["active"],
  message: ["active", "on_hold"],
  resume: ["on_hold"],
  reject: ["active", "on_hold"],
  takeBackMail: ["rejected"],
  withdraw: ["active", "on_hold"],
  transfer: ["active", "on_hold"],
} as const satisfies Record<ApplicationCommand, readonly ApplicationState[]>;

/** Whether the state of the application allows the command at all. */
export function whyNotNow(command: ApplicationCommand, state: ApplicationState): Denial | null {
  const allowed: readonly ApplicationState[] = ALLOWED[command];
  return allowed.includes(state) ? null : deny("APPLICATION_STATE", { state });
}

export type StagePlace = {
  id: string;
  name: string;
  kind: "review" | "interview" | "offer";
  position: number;
};

/** How an application gets from one stage of its plan to another. */
export type MoveHow = "decide" | "skip" | "back";

/**
 * The next stage is entered by a decision on merit; an interview stage in which nothing happened
 * yet is skipped instead, as is every stage passed over.
 */
export function howToMove(
  from: StagePlace & { begun: boolean },
  to: StagePlace,
  next: StagePlace | null,
): MoveHow {
  if (to.position < from.position) return "back";
  if (next === null || to.id !== next.id) return "skip";
  return from.kind === "interview" && !from.begun ? "skip" : "decide";
}

export type MoveFacts = {
  state: ApplicationState;
  offerOut: boolean;
  /** `begun`: an interview of the stage was held or a scorecard is in. */
  from: StagePlace & { begun: boolean };
  to: StagePlace;
  /** The stage after `from` in the plan. */
  next: StagePlace | null;
  /** The stage in which it was seen by who moves it, where they said so. */
  seenIn?: string | undefined;
};

/** Laws 4 to 6 on a move that is no decision on merit: a stage skipped, or gone back to. */
export function whyNotMove(facts: MoveFacts): Denial | null {
  const { from, to } = facts;
  const denial = whyNotNow("move", facts.state);
  if (denial !== null) return denial;
  if (to.id === from.id) return deny("STAGE_SAME", {});
  if (facts.seenIn !== undefined && facts.seenIn !== from.id) {
    return deny("STAGE_LEFT", { stage: from.name });
  }
  if (facts.offerOut) return deny("OFFER_OUT", {});
  const how = howToMove(from, to, facts.next);
  if (how === "decide") return deny("MERIT_DECISION", { stage: to.name });
  if (how === "skip" && from.kind === "interview" && from.begun) {
    return deny("STAGE_BEGUN", { stage: from.name });
  }
  return null;
}

/** Law 11: a hold promises a next word, on a day to come and not too far away. */
export function whyNotHold(
  state: ApplicationState,
  nextWordAt: Date,
  now: Date,
  limits: Pick<Limits, "holdDays">,
): Denial | null {
  return whyNotNow("hold", state) ?? whyNotPromise(nextWordAt, now, limits);
}

function whyNotPromise(
  nextWordAt: Date,
  now: Date,
  limits: Pick<Limits, "holdDays">,
): Denial | null {
  const days = (nextWordAt.getTime() - now.getTime()) / DAY;
  return days > 0 && days <= limits.holdDays
    ? null
    : deny("NEXT_WORD_PAST", { days: limits.holdDays });
}

/** Whether the word promised to a candidate is due: within two days, or past. */
export function isWordDue(promised: Date | null, now: Date): boolean {
  return promised !== null && promised.getTime() <= now.getTime() + 2 * DAY;
}

/** Law 11: a message is the promised word, so once that is due it promises the next one. */
export function whyNotMessage(
  state: ApplicationState,
  promised: Date | null,
  nextWordAt: Date | null,
  now: Date,
  limits: Pick<Limits, "holdDays">,
): Denial | null {
  const denial = whyNotNow("message", state);
  if (denial !== null) return denial;
  if (nextWordAt !== null) return whyNotPromise(nextWordAt, now, limits);
  return isWordDue(promised, now) ? deny("NEXT_WORD_DUE", {}) : null;
}

export type RejectFacts = {
  state: ApplicationState;
  offerOut: boolean;
  kind: RejectKind;
  /** Whether what this kind of rejection rests on is so. */
  holds: boolean;
};

/** Law 4: an administrative rejection needs no quorum; its fact must hold. */
export function whyNotReject(facts: RejectFacts): Denial | null {
  const denial = whyNotNow("reject", facts.state);
  if (denial !== null) return denial;
  if (facts.offerOut) return deny("OFFER_OUT", {});
  return facts.holds ? null : deny("REJECTION_UNFOUNDED", { kind: facts.kind });
}

/** A rejection is taken back until its e-mail left, and only if it was no decision on merit (law 5). */
export function whyNotTakeBack(facts: {
  state: ApplicationState;
  administrative: boolean;
  mail: "queued" | "sending" | "sent" | "taken_back" | "failed" | null;
  job: string;
  appliedAgain: boolean;
}): Denial | null {
  if (facts.state !== "rejected") return deny("NOTHING_TO_TAKE_BACK", {});
  if (!facts.administrative) return deny("DECISION_STANDS", {});
  if (facts.mail === null || facts.mail === "taken_back") return deny("NOTHING_TO_TAKE_BACK", {});
  if (facts.mail !== "queued") return deny("MAIL_LEFT", {});
  if (facts.job !== "open" && facts.job !== "on_hold") {
    return deny("JOB_NOT_OPEN", { state: facts.job });
  }
  return facts.appliedAgain ? deny("ACTIVE_APPLICATION", {}) : null;
}

/** A transfer goes to another open job where the person has nothing under way (law 6). */
export function whyNotTransfer(facts: {
  state: ApplicationState;
  offerOut: boolean;
  sameJob: boolean;
  job: string;
}): Denial | null {
  const denial = whyNotNow("transfer", facts.state);
  if (denial !== null) return denial;
  if (facts.offerOut) return deny("OFFER_OUT", {});
  if (facts.sameJob) return deny("SAME_JOB", {});
  return whyNotEnter(facts.job);
}

/** A job takes applications in while it is open. */
export function whyNotEnter(job: string): Denial | null {
  return job === "open" ? null : deny("JOB_NOT_OPEN", { state: job });
}

/** Whoever writes to a candidate has read what that one asked last. */
export function whyNotUnread(
  waiting: { lastId: string } | null,
  read: string | null,
): Denial | null {
  return waiting !== null && waiting.lastId !== read ? deny("QUESTION_UNREAD", {}) : null;
}

/** Law 17: what a candidate asks to be arranged is answered once. */
export function whyNotAnswer(request: { answered: boolean }): Denial | null {
  return request.answered ? deny("ADJUSTMENT_ANSWERED", {}) : null;
}

/** Law 6: only who manages the job moves an application otherwise than its plan does. */
export function whyNotDeviate(reader: { manages: boolean }, manager: string): Denial | null {
  return reader.manages ? null : deny("MOVE_BY_MANAGER", { manager });
}

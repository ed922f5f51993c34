import { deny, type Denial } from "../errors.ts";

export type ErasureFacts = {
  erased: boolean;
  /** An erasure of the person was asked for and is not done yet. */
  underway: boolean;
  /** It was, and something must stay for now. */
  waiting: boolean;
};

/** Why a person may not be erased now: only because it has happened or is happening (law 10). */
export function whyNotErase(facts: ErasureFacts): Denial | null {
  if (facts.erased) return deny("CANDIDATE_ERASED", {});
  if (facts.waiting) return deny("ERASURE_WAITING", {});
  return facts.underway ? deny("ERASURE_RUNNING", {}) : null;
}

/** The privacy notice is sent once, to whom a member added: who applied read it there (GDPR 13, 14). */
export function whyNotNotice(notice: { owed: boolean; sent: boolean }): Denial | null {
  if (!notice.owed) return deny("NOTICE_NOT_OWED", {});
  return notice.sent ? deny("NOTICE_SENT", {}) : null;
}

/** A legal hold is lifted once (law 10). */
export function whyNotLift(hold: { lifted: boolean }): Denial | null {
  return hold.lifted ? deny("HOLD_LIFTED", {}) : null;
}

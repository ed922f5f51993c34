import { placeNames } from "../region/names.ts";
import { deny, type Denial } from "../errors.ts";
import { approversOf, type GroupState, whyNotTheirTurn } from "./approval-rules.ts";
import type { OfferState } from "./schemas.ts";

/** From which states each command is taken; what is not listed is refused (STATES, offer). */
export const OFFER_FROM = {
  change: ["draft"],
  request: ["draft"],
  approve: ["pending"],
  sendBack: ["pending", "approved"],
  send: ["approved"],
  askChange: ["sent"],
  accept: ["sent", "change_asked"],
  decline: ["sent", "change_asked"],
  expire: ["sent", "change_asked"],
  askToWithdraw: ["sent", "change_asked"],
  withdraw: ["sent", "change_asked"],
  confirm: ["accepted"],
  fellThrough: ["accepted", "confirmed"],
} as const satisfies Record<string, readonly OfferState[]>;
export type OfferCommand = keyof typeof OFFER_FROM;

const DONE_WORD = {
  change: "changed",
  request: "put up for approval",
  approve: "approved",
  sendBack: "sent back",
  send: "sent",
  askChange: "asked to be changed",
  accept: "accepted",
  decline: "declined",
  expire: "expired",
  askToWithdraw: "withdrawn",
  withdraw: "withdrawn",
  confirm: "confirmed",
  fellThrough: "noted as fallen through",
} as const satisfies Record<OfferCommand, string>;

/** The state alone: null where the command starts from it. */
export function whyNotFrom(state: OfferState, command: OfferCommand): Denial | null {
  const from: readonly OfferState[] = OFFER_FROM[command];
  return from.includes(state) ? null : deny("OFFER_STATE", { state, command: DONE_WORD[command] });
}

type ApplicationState = "active" | "on_hold" | "rejected" | "withdrawn" | "transferred" | "hired";

/** What the rules on one version are asked with. */
export type OfferFacts = {
  state: OfferState;
  expiresAt: Date;
  authorId: string;
  /** Whom the offer names. */
  approverId: string;
  /** Whom the flow asks, in the round that runs; none before flows were kept. */
  groups: readonly GroupState[];
  /** The conditions that are neither met nor waived. */
  openConditions: readonly string[];
  withdrawalAskedBy: string | null;
  /** The member who asks; null for anyone else. */
  actorId: string | null;
  application: ApplicationState;
  job: string;
  /** A decision to offer is in force. */
  decided: boolean;
  /** The states of the other versions. */
  others: readonly OfferState[];
  now: Date;
};

/** Law 5: an offer is drafted on a decision to offer, while the application is under way. */
export function whyNotDraft(facts: Pick<OfferFacts, "application" | "decided">): Denial | null {
  if (facts.application !== "active" && facts.application !== "on_hold") {
    return deny("APPLICATION_STATE", { state: facts.application });
  }
  return facts.decided ? null : deny("OFFER_UNDECIDED", {});
}

/** What a draft says can still be answered. */
export function whyNotTerms(terms: Pick<OfferFacts, "expiresAt">, now: Date): Denial | null {
  return terms.expiresAt <= now ? deny("OFFER_EXPIRY_PAST", {}) : null;
}

/** A draft is changed by its author alone. */
export function whyNotChange(facts: OfferFacts): Denial | null {
  return whyNotFrom(facts.state, "change") ?? whyNotOwn(facts) ?? whyNotDraft(facts);
}

/** draft → pending. */
export function whyNotRequest(facts: OfferFacts): Denial | null {
  return (
    whyNotFrom(facts.state, "request") ??
    whyNotOwn(facts) ??
    whyNotDraft(facts) ??
    whyNotTerms(facts, facts.now)
  );
}

/** pending → approved: group by group, never by the author (law 8). */
export function whyNotApprove(facts: OfferFacts): Denial | null {
  if (facts.actorId === facts.authorId) return deny("OFFER_OWN_APPROVAL", {});
  return (
    whyNotFrom(facts.state, "approve") ??
    whyNotDraft(facts) ??
    whyNotTerms(facts, facts.now) ??
    whyNotTheirTurn(facts.groups, facts.actorId)
  );
}

/** pending, approved → draft: by approver or author. */
export function whyNotSendBack(facts: OfferFacts): Denial | null {
  const denial = whyNotFrom(facts.state, "sendBack");
  if (denial !== null) return denial;
  const approves = approvers(facts).some((id) => id === facts.actorId);
  return approves || facts.actorId === facts.authorId
    ? null
    : deny("OFFER_NOT_YOURS", { what: "send back" });
}

/** approved → sent, headcount aside: that is settled by the opening itself (law 9). */
export function whyNotSend(facts: OfferFacts): Denial | null {
  const denial =
    whyNotFrom(facts.state, "send") ?? whyNotDraft(facts) ?? whyNotTerms(facts, facts.now);
  if (denial !== null) return denial;
  if (facts.job !== "open") return deny("JOB_ON_HOLD", { state: facts.job });
  return facts.others.includes("sent") ? deny("OFFER_UNANSWERED", {}) : null;
}

/** sent → change asked, while it is valid. */
export function whyNotAskChange(facts: OfferFacts): Denial | null {
  return whyNotFrom(facts.state, "askChange") ?? whyNotValid(facts);
}

/** sent, change asked → accepted: before its expiry, and never for headcount (law 9). */
export function whyNotAccept(facts: OfferFacts): Denial | null {
  return whyNotFrom(facts.state, "accept") ?? whyNotValid(facts);
}

/** The first of two people: never the only approver, who is the second. */
export function whyNotAskToWithdraw(facts: OfferFacts): Denial | null {
  const denial = whyNotFrom(facts.state, "askToWithdraw");
  if (denial !== null) return denial;
  const alone = approvers(facts).every((id) => id === facts.actorId);
  if (alone) return deny("WITHDRAWAL_BY_ONE", {});
  return facts.withdrawalAskedBy === null ? null : deny("WITHDRAWAL_ASKED", {});
}

/** sent, change asked → withdrawn: by the approver, once somebody else asked. */
export function whyNotWithdraw(facts: OfferFacts): Denial | null {
  const denial = whyNotFrom(facts.state, "withdraw");
  if (denial !== null) return denial;
  if (facts.withdrawalAskedBy === null) return deny("WITHDRAWAL_NOT_ASKED", {});
  return facts.withdrawalAskedBy === facts.actorId ? deny("WITHDRAWAL_BY_ONE", {}) : null;
}

/** accepted → confirmed: each condition is met, or waived with a reason. */
export function whyNotConfirm(facts: Pick<OfferFacts, "state" | "openConditions">): Denial | null {
  const denial = whyNotFrom(facts.state, "confirm");
  if (denial !== null) return denial;
  const kinds = facts.openConditions;
  return kinds.length === 0 ? null : deny("CONDITION_OPEN", { kinds });
}

/** Who approves: an active member, not the author, no auditor, and nobody that law 7 keeps away. */
export function whyNotApprover(
  approver: {
    id: string;
    active: boolean;
    roles: readonly string[];
    conflict: boolean;
    blind: boolean;
  } | null,
  authorId: string,
): Denial | null {
  if (approver === null || !approver.active) return deny("APPROVER_UNFIT", { why: "unknown" });
  if (approver.id === authorId) return deny("OFFER_OWN_APPROVAL", {});
  if (approver.roles.every((role) => role === "auditor")) {
    return deny("APPROVER_UNFIT", { why: "auditor" });
  }
  if (approver.conflict) return deny("APPROVER_UNFIT", { why: "conflict" });
  return approver.blind ? deny("APPROVER_UNFIT", { why: "blind" }) : null;
}

function approvers(facts: Pick<OfferFacts, "groups" | "approverId">): string[] {
  return approversOf(facts.groups, facts.approverId);
}

function whyNotOwn(facts: OfferFacts): Denial | null {
  return facts.actorId === facts.authorId ? null : deny("OFFER_NOT_YOURS", { what: "change" });
}

function whyNotValid(facts: OfferFacts): Denial | null {
  return facts.expiresAt <= facts.now ? deny("OFFER_EXPIRED", {}) : null;
}

/** The work is in one of the job's places, if an offer names one: its range and band count (law 8). */
export function whyNotPlace(workPlace: string | null, places: readonly string[]): Denial | null {
  if (workPlace === null || places.includes(workPlace)) return null;
  return deny("OFFER_PLACE", { place: placeNames([workPlace]), places: placeNames(places) });
}

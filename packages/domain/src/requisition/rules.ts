import { type ApprovalGroup, approvalHindrance } from "../approval/groups.ts";
import { deny, type Denial } from "../errors.ts";
import type { RequisitionState } from "./schemas.ts";

/** From which states each command is taken; what is not listed is refused (STATES, requisition). */
export const REQUISITION_FROM = {
  change: ["draft"],
  request: ["draft"],
  approve: ["pending"],
  sendBack: ["pending"],
  hold: ["approved"],
  resume: ["on_hold"],
  cancel: ["draft", "pending", "approved", "on_hold"],
} as const satisfies Record<string, readonly RequisitionState[]>;
export type RequisitionCommand = keyof typeof REQUISITION_FROM;

const DONE_WORD = {
  change: "changed",
  request: "put up for approval",
  approve: "approved",
  sendBack: "sent back",
  hold: "put on hold",
  resume: "resumed",
  cancel: "cancelled",
} as const satisfies Record<RequisitionCommand, string>;

/** The state alone: null where the command starts from it. */
export function whyNotFrom(state: RequisitionState, command: RequisitionCommand): Denial | null {
  const from: readonly RequisitionState[] = REQUISITION_FROM[command];
  return from.includes(state)
    ? null
    : deny("REQUISITION_STATE", { state, command: DONE_WORD[command] });
}

/** What the rules on a requisition are asked with. */
export type RequisitionFacts = {
  state: RequisitionState;
  authorId: string;
  /** The member who asks; null for anyone else. */
  actorId: string | null;
  locations: readonly string[];
  reason: string;
  band: { minMinor: number; maxMinor: number } | null;
  /** Raised by the system for an offer: then a band may be unknown. */
  raised: boolean;
  groups: readonly ApprovalGroup[];
  openings: { reserved: number; filled: number };
};

/** A draft is changed by its author alone. */
export function whyNotChange(facts: Pick<RequisitionFacts, "state" | "authorId" | "actorId">) {
  return whyNotFrom(facts.state, "change") ?? whyNotOwn(facts);
}

/** draft → pending: with level, location, seats, band, reason and somebody to approve. */
export function whyNotRequest(facts: RequisitionFacts): Denial | null {
  const denial = whyNotFrom(facts.state, "request") ?? whyNotOwn(facts);
  if (denial !== null) return denial;
  const missing = [
    ...(facts.locations.length === 0 ? ["a place"] : []),
    ...(facts.band === null && !facts.raised ? ["a band"] : []),
    ...(facts.reason.trim().length < 3 ? ["a reason"] : []),
    ...(facts.groups.length === 0 ? ["somebody to approve it"] : []),
  ];
  return missing.length === 0 ? null : deny("REQUISITION_INCOMPLETE", { missing });
}

/** pending → approved: one after the other by those who were named, never by the author (law 15). */
export function whyNotApprove(facts: RequisitionFacts): Denial | null {
  if (facts.actorId === facts.authorId) return deny("REQUISITION_OWN_APPROVAL", {});
  const denial = whyNotFrom(facts.state, "approve");
  if (denial !== null) return denial;
  const why = approvalHindrance(facts.groups, facts.actorId ?? "");
  if (why === null) return null;
  return {
    not_named: deny("FORBIDDEN", {}),
    approved: deny("REQUISITION_APPROVED_ALREADY", {}),
    not_in_turn: deny("REQUISITION_NOT_IN_TURN", {}),
  }[why];
}

/** Any but fulfilled → cancelled: no opening of it reserved or filled. */
export function whyNotCancel(facts: Pick<RequisitionFacts, "state" | "openings">): Denial | null {
  const denial = whyNotFrom(facts.state, "cancel");
  if (denial !== null) return denial;
  const { reserved, filled } = facts.openings;
  return reserved + filled === 0 ? null : deny("REQUISITION_SEATS_TAKEN", { reserved, filled });
}

/** What was raised for offers asks for no fewer seats than offers rest on it. */
export function whyNotSeats(seats: number, openings: RequisitionFacts["openings"]): Denial | null {
  const { reserved, filled } = openings;
  return seats >= reserved + filled ? null : deny("REQUISITION_SEATS_TAKEN", { reserved, filled });
}

/** A band runs from the lower to the higher amount. */
export function whyNotBand(band: { minMinor: number; maxMinor: number } | null): Denial | null {
  if (band === null || band.minMinor <= band.maxMinor) return null;
  const sentence = "The band's upper end lies below its lower end.";
  return deny("REQUISITION_BAND", { fields: { "band.maxMinor": sentence } });
}

export type ApproverFacts = {
  id: string;
  name: string;
  active: boolean;
  roles: readonly string[];
  author: boolean;
  conflict: boolean;
  blind: boolean;
};

/** Who approves: an active member, not the author, no auditor, and nobody that law 7 keeps away. */
export function whyNotApprover(approver: ApproverFacts | null): Denial | null {
  if (approver === null || !approver.active) {
    return deny("REQUISITION_APPROVER_UNFIT", { why: "unknown" });
  }
  if (approver.author) return deny("REQUISITION_OWN_APPROVAL", {});
  if (approver.roles.every((role) => role === "auditor")) {
    return deny("REQUISITION_APPROVER_UNFIT", { why: "auditor" });
  }
  if (approver.conflict) return deny("REQUISITION_APPROVER_UNFIT", { why: "conflict" });
  return approver.blind ? deny("REQUISITION_APPROVER_UNFIT", { why: "blind" }) : null;
}

/** Each group has the people whose approvals it asks for, and names each of them once. */
export function whyNotGroups(
  groups: readonly { approvals: number; memberIds: readonly string[] }[],
): Denial | null {
  const wrong = groups.findIndex(
    ({ approvals, memberIds }) =>
      memberIds.length < approvals || new Set(memberIds).size !== memberIds.length,
  );
  return wrong === -1 ? null : deny("REQUISITION_GROUPS", { group: wrong + 1 });
}

function whyNotOwn({ actorId, authorId }: Pick<RequisitionFacts, "authorId" | "actorId">) {
  return actorId === authorId ? null : deny("REQUISITION_NOT_YOURS", {});
}

/** One job is made of a requisition, once it is approved. */
export function whyNotMakeJob(of: {
  jobId: string | null;
  state: RequisitionState;
}): Denial | null {
  if (of.jobId !== null) return deny("REQUISITION_USED", {});
  return of.state === "approved"
    ? null
    : deny("REQUISITION_STATE", { state: of.state, command: "made a job of" });
}

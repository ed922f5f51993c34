import { error } from "../error-table.ts";

const STATE_WORDS: ReadonlyMap<string, string> = new Map([
  ["draft", "a draft"],
  ["pending", "waiting for approval"],
  ["on_hold", "on hold"],
]);

/** Refusals of requisitions. */
export const requisitionErrors = {
  REQUISITION_STATE: error<{ state: string; command: string }>({
    kind: "conflict",
    say: ({ state, command }) =>
      `This requisition is ${STATE_WORDS.get(state) ?? state}, so it cannot be ${command}.`,
    lift: "Load the page again.",
  }),
  REQUISITION_INCOMPLETE: error<{ missing: string[] }>({
    kind: "rule",
    say: ({ missing }) => `The requisition still needs ${missing.join(", ")}.`,
    lift: "Complete the draft and ask for its approval then.",
  }),
  REQUISITION_BAND: error<{ fields: Record<string, string> }>({
    kind: "input",
    say: ({ fields }) => Object.values(fields)[0] ?? "The band is reversed.",
  }),
  REQUISITION_NOT_YOURS: error({
    kind: "forbidden",
    say: () => "Only the author of a requisition changes its draft.",
    lift: "Write one of your own, or ask its author.",
  }),
  REQUISITION_OWN_APPROVAL: error({
    kind: "rule",
    law: 15,
    say: () => "Nobody approves a requisition that they asked for.",
    lift: "Name someone else as the approver.",
  }),
  REQUISITION_APPROVER_UNFIT: error<{
    why: "unknown" | "auditor" | "conflict" | "blind" | "nobody";
  }>({
    kind: "rule",
    law: 7,
    say: ({ why }) =>
      ({
        unknown: "One of the approvers is no active member of the organization.",
        auditor: "An auditor approves no requisitions.",
        conflict:
          "One of the approvers referred or knows the candidate whose offer this is for, is the candidate, or applied to the job.",
        blind:
          "One of the approvers still owes a scorecard on the candidate whose offer this is for.",
        nobody: "Nobody is there who may approve the requisition that this offer needs.",
      })[why],
    lift: "Name someone else as the approver.",
  }),
  REQUISITION_GROUPS: error<{ group: number }>({
    kind: "rule",
    say: ({ group }) =>
      `Group ${group} asks for more approvals than it has people, or names someone twice.`,
    lift: "Name more people, or ask for fewer approvals.",
  }),
  REQUISITION_NOT_IN_TURN: error({
    kind: "conflict",
    say: () => "The group before yours has not approved yet.",
    lift: "You hear as soon as it is your turn.",
  }),
  REQUISITION_APPROVED_ALREADY: error({
    kind: "conflict",
    say: () => "Your approval is in already.",
    lift: "The others who were asked have the word now.",
  }),
  REQUISITION_SEATS_TAKEN: error<{ reserved: number; filled: number }>({
    kind: "rule",
    law: 9,
    say: ({ reserved, filled }) =>
      `Of its openings ${reserved} ${reserved === 1 ? "is" : "are"} reserved by offers and ${filled} filled, so it is neither cancelled nor cut below that.`,
    lift: "Put it on hold: no further offer is sent for its openings then.",
  }),
  REQUISITION_ON_HOLD: error<{ seats: number }>({
    kind: "rule",
    law: 9,
    say: ({ seats }) =>
      `The requisition of the ${seats === 1 ? "opening that is" : `${seats} openings that are`} free is on hold, so no further offer is sent.`,
    lift: "Its hiring manager or an admin can resume it. Offers that are out stay valid.",
  }),
  REQUISITION_REQUIRED: error({
    kind: "rule",
    law: 9,
    say: () => "Openings come from an approved requisition here.",
    lift: "Ask for a requisition; once it is approved, its openings are there.",
  }),
  REQUISITION_USED: error({
    kind: "conflict",
    say: () => "There is a job of this requisition already.",
    lift: "Choose another requisition, or add to that job.",
  }),
} as const;

import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotApprove,
  whyNotApprover,
  whyNotBand,
  whyNotCancel,
  whyNotChange,
  whyNotFrom,
  whyNotGroups,
  whyNotMakeJob,
  whyNotRequest,
  whyNotSeats,
} from "./rules.ts";

const tests = "requisition/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const REQUISITION_RULES: readonly FixedRule[] = [
  fixed("requisition", whyNotFrom, {
    says: "A requisition takes a command only in the states that the command starts from.",
    points: [
      "requisition.draft",
      "requisition.request",
      "requisition.approve",
      "requisition.sendBack",
      "requisition.hold",
      "requisition.resume",
      "requisition.cancel",
    ],
    codes: ["REQUISITION_STATE"],
    laws: [],
    tests,
  }),
  fixed("requisition", whyNotChange, {
    says: "A draft is changed by its author alone.",
    points: ["requisition.draft"],
    codes: ["REQUISITION_STATE", "REQUISITION_NOT_YOURS"],
    laws: [],
    tests,
  }),
  fixed("requisition", whyNotRequest, {
    says: "Its author puts a draft up for approval once it has a place, a band, a reason and somebody to approve it.",
    points: ["requisition.request"],
    codes: ["REQUISITION_INCOMPLETE", "REQUISITION_STATE", "REQUISITION_NOT_YOURS"],
    laws: [],
    tests,
  }),
  fixed("requisition", whyNotApprove, {
    says: "A requisition is approved group by group by those who were named, and never by its author.",
    points: ["requisition.approve"],
    codes: [
      "REQUISITION_OWN_APPROVAL",
      "FORBIDDEN",
      "REQUISITION_APPROVED_ALREADY",
      "REQUISITION_NOT_IN_TURN",
      "REQUISITION_STATE",
    ],
    laws: [15],
    tests,
  }),
  fixed("requisition", whyNotCancel, {
    says: "A requisition is cancelled while no opening of it is reserved or filled.",
    points: ["requisition.cancel"],
    codes: ["REQUISITION_SEATS_TAKEN", "REQUISITION_STATE"],
    laws: [9],
    tests,
  }),
  fixed("requisition", whyNotSeats, {
    says: "A requisition asks for no fewer seats than offers rest on it.",
    points: ["requisition.draft"],
    codes: ["REQUISITION_SEATS_TAKEN"],
    laws: [9],
    tests,
  }),
  fixed("requisition", whyNotBand, {
    says: "The band of a requisition runs from the lower to the higher amount.",
    points: ["requisition.draft"],
    codes: ["REQUISITION_BAND"],
    laws: [],
    tests,
  }),
  fixed("requisition", whyNotApprover, {
    says: "An approver is an active member, not the author, no auditor alone, and nobody with a conflict or a seal.",
    points: ["requisition.draft", "requisition.request"],
    codes: ["REQUISITION_APPROVER_UNFIT", "REQUISITION_OWN_APPROVAL"],
    laws: [7, 15],
    tests,
  }),
  fixed("requisition", whyNotGroups, {
    says: "Each group has the people whose approvals it asks for, and names each of them once.",
    points: ["requisition.draft", "requisition.request"],
    codes: ["REQUISITION_GROUPS"],
    laws: [],
    tests,
  }),
  fixed("requisition", whyNotMakeJob, {
    says: "One job is made of a requisition, once it is approved.",
    points: ["job.create"],
    codes: ["REQUISITION_USED", "REQUISITION_STATE"],
    laws: [],
    tests,
  }),
];

import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotAdmin,
  whyNotFrom,
  whyNotInviteHired,
  whyNotLeaveAdmins,
  whyNotManager,
  whyNotSignUp,
} from "./rules.ts";

const tests = "organization/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const ORGANIZATION_RULES: readonly FixedRule[] = [
  fixed("organization", whyNotSignUp, {
    says: "The first organization is open to anyone; further ones where whoever runs the server lets them.",
    points: ["organization.create", "organization.showSignUp"],
    codes: ["SIGN_UP_CLOSED"],
    laws: [],
    tests,
  }),
  fixed("organization", whyNotLeaveAdmins, {
    says: "An organization keeps at least one active admin.",
    points: ["organization.setRoles", "organization.disableMember", "organization.enableMember"],
    codes: ["LAST_ADMIN"],
    laws: [],
    tests,
  }),
  fixed("organization", whyNotAdmin, {
    says: "Who changes members is an active admin still when it is done.",
    points: ["organization.setRoles", "organization.disableMember", "organization.enableMember"],
    codes: ["FORBIDDEN"],
    laws: [15],
    tests,
  }),
  fixed("organization", whyNotFrom, {
    says: "A member changes from one state to another only where the first is what it is now.",
    points: [
      "organization.resendInvitation",
      "organization.setRoles",
      "organization.disableMember",
      "organization.enableMember",
    ],
    codes: ["MEMBER_STATE"],
    laws: [],
    tests,
  }),
  fixed("organization", whyNotManager, {
    says: "A manager is an active person, and nobody manages who manages them, over however many steps.",
    points: ["organization.setManager", "organization.inviteHired"],
    codes: ["MANAGER_INACTIVE", "MANAGER_CIRCLE"],
    laws: [],
    tests,
  }),
  fixed("organization", whyNotInviteHired, {
    says: "Only whom an application hired is invited by it.",
    points: ["organization.inviteHired"],
    codes: ["NOT_HIRED"],
    laws: [],
    tests,
  }),
];

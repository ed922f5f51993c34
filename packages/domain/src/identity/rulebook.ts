import { type FixedRule, fixed } from "../policy/fixed-rule.ts";
import { whyNotPassword } from "./rules.ts";

const tests = "identity/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const IDENTITY_RULES: readonly FixedRule[] = [
  fixed("identity", whyNotPassword, {
    says: "A password has something left without common words and the person's own name.",
    points: [
      "identity.changePassword",
      "identity.resetPassword",
      "identity.acceptInvitation",
      "organization.create",
    ],
    codes: ["PASSWORD_WEAK"],
    laws: [],
    tests,
  }),
];

import { EVERY_POINT, type FixedRule, fixed } from "../policy/fixed-rule.ts";
import {
  whyNotAs,
  whyNotByToken,
  whyNotMoreTokens,
  whyNotRevoke,
  whyNotServiceScopes,
} from "./rules.ts";

const tests = "token/rules.test.ts";

/** The rules of this folder that are the same for every organization. */
export const TOKEN_RULES: readonly FixedRule[] = [
  fixed("token", whyNotByToken, {
    says: "A token calls only what it was given the scope for.",
    points: EVERY_POINT,
    codes: ["NOT_FOR_TOKENS", "SCOPE_MISSING"],
    laws: [15],
    tests,
  }),
  fixed("token", whyNotAs, {
    says: "A service account judges nobody, and a token does only what it was given.",
    points: EVERY_POINT,
    codes: ["PEOPLE_ONLY", "NOT_FOR_TOKENS", "SCOPE_MISSING"],
    laws: [15],
    tests,
  }),
  fixed("token", whyNotServiceScopes, {
    says: "A service account's token is not given what only people do.",
    points: ["token.create"],
    codes: ["TOKEN_SCOPE_PEOPLE"],
    laws: [15],
    tests,
  }),
  fixed("token", whyNotMoreTokens, {
    says: "A member or a service account has so many open tokens at most.",
    points: ["token.create"],
    codes: ["TOKENS_ENOUGH"],
    laws: [],
    tests,
  }),
  fixed("token", whyNotRevoke, {
    says: "A token is revoked once.",
    points: ["token.revoke"],
    codes: ["TOKEN_ENDED"],
    laws: [],
    tests,
  }),
];

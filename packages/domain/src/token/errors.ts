import { error } from "../error-table.ts";

export const tokenErrors = {
  TOKEN_SCOPE_PEOPLE: error<{ scopes: string[] }>({
    kind: "rule",
    law: 15,
    say: ({ scopes }) => `A service account is never given ${scopes.join(", ")}.`,
    lift: "Leave these scopes out. What judges someone is done by people, with tokens of their own.",
  }),
  TOKENS_ENOUGH: error<{ most: number }>({
    kind: "rule",
    say: ({ most }) => `There are ${most} open tokens already.`,
    lift: "Revoke those that nothing uses.",
  }),
  TOKEN_ENDED: error({
    kind: "conflict",
    say: () => "This token is revoked already.",
  }),
} as const;

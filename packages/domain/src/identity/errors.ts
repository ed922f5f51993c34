import { error } from "../error-table.ts";

export const identityErrors = {
  CREDENTIALS_WRONG: error({
    kind: "unauthenticated",
    say: () => "E-mail and password do not match an account.",
    lift: "Check both, or reset the password by e-mail.",
  }),
  PASSWORD_WEAK: error<{ fields: Record<string, string> }>({
    kind: "input",
    say: ({ fields }) => Object.values(fields)[0] ?? "This password is too easy to guess.",
  }),
  PASSWORD_WRONG: error<{ fields: Record<string, string> }>({
    kind: "input",
    say: ({ fields }) => Object.values(fields)[0] ?? "This is not the password.",
    lift: "Type it again, or reset it by e-mail.",
  }),
  LINK_INVALID: error({
    kind: "rule",
    say: () => "This link has been used, has expired, or never was one of ours.",
    lift: "Ask for a new one.",
  }),
  EMAIL_TAKEN: error<{ fields: Record<string, string> }>({
    kind: "conflict",
    say: ({ fields }) => Object.values(fields)[0] ?? "This e-mail address is taken.",
  }),
} as const;

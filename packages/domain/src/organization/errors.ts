import { error } from "../error-table.ts";

export const organizationErrors = {
  SIGN_UP_CLOSED: error({
    kind: "forbidden",
    say: () => "This installation takes no further organizations.",
    lift: "Ask an admin of an organization here for an invitation, or the operator to allow it.",
  }),
  SLUG_TAKEN: error<{ fields: Record<string, string> }>({
    kind: "conflict",
    say: ({ fields }) => Object.values(fields)[0] ?? "This address is taken.",
  }),
  MEMBER_EXISTS: error<{ fields: Record<string, string> }>({
    kind: "conflict",
    say: ({ fields }) => Object.values(fields)[0] ?? "This person is a member already.",
  }),
  MEMBER_STATE: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This member is ${state}.`,
  }),
  NOT_HIRED: error({
    kind: "conflict",
    say: () => "This application hired nobody, or does no longer.",
  }),
  LAST_ADMIN: error({
    kind: "rule",
    say: () => "The organization would be without an admin.",
    lift: "Make someone else an admin first.",
  }),
  MANAGER_INACTIVE: error({
    kind: "rule",
    say: () => "Only an active person of this organization can manage somebody.",
    lift: "Choose somebody else, or enable them first.",
  }),
  MANAGER_CIRCLE: error({
    kind: "rule",
    say: () => "Nobody manages themselves, or somebody who manages them.",
    lift: "Choose somebody else, or change whom they report to first.",
  }),
} as const;

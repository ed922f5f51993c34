import { error } from "./error-table.ts";

/** Refusals that any procedure may answer with. */
export const accessErrors = {
  BAD_INPUT: error<{ fields: Record<string, string> }>({
    kind: "input",
    say: ({ fields }) => Object.values(fields)[0] ?? "Something in the form is not right.",
  }),
  UNAUTHENTICATED: error<{ by?: "token" }>({
    kind: "unauthenticated",
    say: ({ by }) =>
      by === "token"
        ? "This access token is not known, has expired or was revoked."
        : "You are not signed in.",
    lift: ({ by }) =>
      by === "token" ? "Make a new one in Rubric: Settings, Access tokens." : "Sign in.",
  }),
  FORBIDDEN: error<{ by?: "person" | "manager" | "admin" }>({
    kind: "forbidden",
    law: 15,
    say: ({ by }) => {
      if (by === "person") return "Only the person whose growth this is does this.";
      if (by === "manager") return "Only who manages this person now does this.";
      if (by === "admin") return "Only an admin does this.";
      return "Your roles and duties do not allow this.";
    },
    lift: ({ by }) => {
      if (by === "person") return "Ask them to; it is theirs alone.";
      if (by === "manager") {
        return "Ask your manager. An admin names who it is under Settings, Members.";
      }
      if (by === "admin") return "Ask an admin of your organization.";
      return "Ask the job's recruiter or hiring manager; roles are given by an admin.";
    },
  }),
  SCOPE_MISSING: error<{ scope: string }>({
    kind: "forbidden",
    law: 15,
    say: ({ scope }) => `This access token was not given the scope ${scope}.`,
    lift: "Make a token with this scope in Rubric: Settings, Access tokens.",
  }),
  NOT_FOR_TOKENS: error({
    kind: "forbidden",
    law: 15,
    say: () => "No access token can be given this.",
    lift: "A person does it in the browser; what is public is called without a token.",
  }),
  PEOPLE_ONLY: error({
    kind: "forbidden",
    law: 15,
    say: () => "Only a person does this; a service account judges nobody.",
    lift: "Use a token of your own.",
  }),
  NOT_FOUND: error({
    kind: "not_found",
    say: () => "There is nothing here, or it is not yours to see.",
  }),
  CONFLICT_OF_INTEREST: error<{ why: "referral" | "relation" | "self" }>({
    kind: "forbidden",
    law: 7,
    say: ({ why }) =>
      ({
        referral: "You referred this candidate, so you take no part in judging them.",
        relation: "You declared a relation to this candidate, so you take no part in judging them.",
        self: "You are this candidate.",
      })[why],
    lift: "The job's substitute or another recruiter of it can do it; who leads the job names them in its team.",
  }),
  SEALED_OWES: error({
    kind: "rule",
    law: 1,
    say: () => "Sealed: you still owe a scorecard on this candidate.",
    lift: "Submit your own scorecard first.",
  }),
  SEALED_EXCUSED: error({
    kind: "rule",
    law: 1,
    say: () => "Sealed: you were excused here, and the stage is not decided yet.",
    lift: "Write your scorecard after all. To who leads the job it opens once the stage is decided.",
  }),
  SEALED_SERVICE: error({
    kind: "rule",
    law: 1,
    say: () => "Sealed: a service account reads nothing that judges a candidate.",
    lift: "Read it as yourself, or with a token of your own.",
  }),
  KEY_MISSING: error({
    kind: "input",
    law: 14,
    say: () => "This command needs an idempotency key.",
    lift: "Send the header Idempotency-Key with a fresh UUID.",
  }),
  KEY_IN_FLIGHT: error({
    kind: "conflict",
    law: 14,
    say: () => "The same command is still running.",
    lift: "Wait a moment and try again.",
  }),
  KEY_REUSED: error({
    kind: "rule",
    law: 14,
    say: () => "This key was used for another input.",
    lift: "Use a fresh key for a new command.",
  }),
  BUSY: error({
    kind: "conflict",
    say: () => "Someone else is changing this right now.",
    lift: "Try again in a moment; nothing was changed.",
  }),
  ANSWER_GONE: error({
    kind: "conflict",
    law: 14,
    say: () => "This command was done. Its answer is no longer kept.",
    lift: "Load the page again.",
  }),
  TOO_MANY: error<{ seconds: number }>({
    kind: "too_many",
    say: ({ seconds }) => `Too many attempts. Try again in ${seconds} seconds.`,
  }),
  CLIENT_OUTDATED: error<{ procedure: string }>({
    kind: "outdated",
    law: 16,
    say: () => "A new version of Rubric is here, and this was sent by the one before.",
    lift: "Load the page again, what you typed is kept; or update the program that called.",
  }),
  SERVER_BEHIND: error<{ procedure: string }>({
    kind: "behind",
    law: 16,
    say: () => "A new version of Rubric is just being put in place.",
    lift: "Try again in a few seconds; nothing was changed.",
  }),
} as const;

/** Codes that every procedure may answer with, declared or not. */
export const UNIVERSAL = new Set<string>(Object.keys(accessErrors));
export type UniversalCode = keyof typeof accessErrors;

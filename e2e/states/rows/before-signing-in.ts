import type { Page } from "@playwright/test";
import { failing } from "../answers.ts";
import { button, failed, looks, never, type Reach, type Row, type State, visit } from "../state.ts";
import { usual } from "../worlds.ts";

const WHOLE = "It is sent whole; nothing stands there before it.";
const A_FORM = "It is a form and lists nothing.";
const NO_NAMES = "Nothing on it was named by anybody.";
const ANYONE = "Anyone may open it.";
const NO_VERSION = "It shows nothing that has versions.";

/** Fills the fields and sends them while the API fails. */
function send(values: Record<string, string>, name: RegExp) {
  return (page: Page) =>
    failing(page, async () => {
      for (const [label, value] of Object.entries(values))
        await page.getByRole("textbox", { name: label, exact: true }).fill(value);
      await page.getByRole("button", { name }).click();
    });
}

/** What a form has that anyone may send, and that lists nothing. */
const aForm = {
  ...looks,
  loading: never(WHOLE),
  empty: never(A_FORM),
  full: never(A_FORM),
  long: never(NO_NAMES),
  notAllowed: never(ANYONE),
  stale: never(NO_VERSION),
} as const satisfies Partial<Record<State, Reach>>;

const password = { Password: "plain-otter-under-9-lamps" };

/** The pages that one meets before one is signed in, or without an organization. */
export const beforeSigningIn: readonly Row[] = [
  {
    route: "",
    by: "outsider",
    path: () => "/",
    shows: /You belong to no organization yet/,
    primary: button("Sign in as someone else"),
    states: {
      ...looks,
      loading: never(WHOLE),
      empty: visit(usual, () => "/", /You belong to no organization yet/, { by: "outsider" }),
      full: never("With organizations it leads to the first of them."),
      long: visit(usual, () => "/", /You belong to no organization yet/, { by: "outsider" }),
      error: visit(usual, () => "/", /This did not work/, { answers: "down" }),
      notAllowed: never(ANYONE),
      stale: never(NO_VERSION),
    },
  },
  {
    route: "sign-in",
    by: "nobody",
    path: () => "/sign-in",
    shows: /^Sign in$/,
    primary: button("Sign in"),
    states: {
      ...aForm,
      error: visit(usual, () => "/sign-in", /^Sign in$/, {
        act: send({ "E-mail": "somebody@example.test", ...password }, /Sign in/),
      }),
    },
  },
  {
    route: "sign-up",
    by: "nobody",
    path: () => "/sign-up",
    shows: /Create an organization/,
    primary: button("Create the organization"),
    states: {
      ...aForm,
      error: failed,
      notAllowed: visit(usual, () => "/sign-up", /No sign-up here/, { answers: "closed" }),
    },
  },
  {
    route: "forgot",
    by: "nobody",
    path: () => "/forgot",
    shows: /Forgot your password/,
    primary: button("Send the link"),
    states: {
      ...aForm,
      error: visit(usual, () => "/forgot", /Forgot your password/, {
        act: send({ "E-mail": "somebody@example.test" }, /Send the link/),
      }),
    },
  },
  {
    route: "reset/[token]",
    by: "nobody",
    path: (busy) => `/reset/${busy.resetToken}`,
    shows: /Set a new password/,
    primary: button("Set the password"),
    states: {
      ...aForm,
      error: visit(usual, (busy) => `/reset/${busy.resetToken}`, /Set a new password/, {
        act: send({ "New password": password.Password }, /Set the password/),
      }),
      notAllowed: never("Whether its link still works is said when the password is sent."),
    },
  },
  {
    route: "join/[token]",
    by: "nobody",
    path: (busy) => `/join/${busy.invitationToken}`,
    shows: /Join Firm/,
    primary: button(/^Join /),
    states: {
      ...aForm,
      long: { kind: "look" },
      error: failed,
      notAllowed: visit(usual, () => `/join/${"x".repeat(52)}`, /This invitation does not work/),
    },
  },
];

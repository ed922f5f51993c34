import type { Locator, Page } from "@playwright/test";
import type { Answers } from "./answers.ts";
import type { Organization, Part } from "../setup-org.ts";
import type { Busy } from "./filled.ts";

/** The states in which each page is looked at, if it can have them. */
export const STATES = [
  "loading",
  "empty",
  "full",
  "long",
  "error",
  "notAllowed",
  "stale",
  "offline",
  "phone",
  "dark",
  "focus",
  "zoom",
] as const;
export type State = (typeof STATES)[number];

/** A member by their part, somebody with an account and no organization, or nobody who signed in. */
export type Onlooker = Part | "outsider" | "nobody";

/** One visit of an address, and what shows that the state is reached. */
export type Visit = {
  kind: "visit";
  by: Onlooker | null;
  open: () => Promise<{ place: Organization; path: string }>;
  answers: Answers;
  /** What is done there until the state is reached. */
  act: (page: Page) => Promise<void>;
  shows: Shows;
};

/** A heading by its words, or anything else that is there once the state is reached. */
export type Shows = RegExp | ((page: Page) => Locator);

export type Reach =
  /** The page has no such state, for this reason. */
  | { kind: "never"; why: string }
  /** The page as its row says, looked at in another way. */
  | { kind: "look" }
  /** The same while its data is on the way, with a skeleton in its place. */
  | { kind: "held" }
  /** The same address by another, or with other answers of the API. */
  | { kind: "same"; by: Onlooker | null; answers: Answers; shows: Shows }
  | Visit;

/** A page of the app: who sees it where, what they do first there, and each of its states. */
export type Row = {
  route: string;
  by: Onlooker;
  path: (busy: Busy) => string;
  shows: Shows;
  /** The control that comes first for who is here; the keyboard leads to it. */
  primary: (page: Page) => Locator;
  states: Record<State, Reach>;
  /** What opens over the page, for who is here. */
  dialogs?: readonly Dialog[];
};

/** A dialog by its name, and the control from which the keyboard opens it. */
export type Dialog = { name: string | RegExp; opener: (page: Page) => Locator };

export const never = (why: string): Reach => ({ kind: "never", why });

/** Reaches a state by opening an address in one of the worlds; by who sees the page unless named. */
export function visit<World extends Organization>(
  world: () => Promise<World>,
  path: (place: World) => string,
  shows: Shows,
  more: Partial<Pick<Visit, "by" | "answers" | "act">> = {},
): Visit {
  return {
    kind: "visit",
    by: null,
    answers: "pass",
    act: async () => {},
    ...more,
    shows,
    open: async () => {
      const place = await world();
      return { place, path: path(place) };
    },
  };
}

/** Its data does not come. */
export const failed: Reach = {
  kind: "same",
  by: null,
  answers: "fail",
  shows: /This did not work/,
};

/** Somebody opens it who may not. */
export const shutTo = (
  by: Onlooker,
  shows: Shows = /This is not open to you|There is nothing here/,
): Reach => ({ kind: "same", by, answers: "pass", shows });

/** What every page has: a small screen, the dark, the keyboard, a magnified screen, no network. */
export const looks = {
  // Everything in the world in which they are looked at has a name with a word of 65 letters.
  long: { kind: "look" },
  offline: { kind: "look" },
  phone: { kind: "look" },
  dark: { kind: "look" },
  focus: { kind: "look" },
  zoom: { kind: "look" },
} as const satisfies Partial<Record<State, Reach>>;

/** What a page has that lists or shows what members work on. */
export const worked = {
  ...looks,
  loading: { kind: "held" },
} as const satisfies Partial<Record<State, Reach>>;

/** A dialog that a button opens. */
export const dialog = (opener: string | RegExp, name: string | RegExp): Dialog => ({
  name,
  opener: button(opener),
});

export const button =
  (name: string | RegExp) =>
  (page: Page): Locator =>
    page.getByRole("main").getByRole("button", { name }).first();

export const link =
  (name: string | RegExp) =>
  (page: Page): Locator =>
    page.getByRole("main").getByRole("link", { name }).first();

export const field =
  (name: string | RegExp) =>
  (page: Page): Locator =>
    page.getByRole("main").getByLabel(name).first();

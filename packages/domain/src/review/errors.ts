import { error } from "../error-table.ts";

const NAMED = 3;

/** A sentence on one by its name, on several by their number and the first names, on none nothing. */
function several(
  names: readonly string[],
  one: (name: string) => string,
  many: (count: number) => string,
): string {
  const [first] = names;
  if (first === undefined) return "";
  if (names.length === 1) return one(first);
  const more = names.length - NAMED;
  const said = names.slice(0, NAMED).join(", ");
  return `${many(names.length)}: ${said}${more > 0 ? ` and ${more} more` : ""}.`;
}

export const reviewErrors = {
  REVIEW_OPEN: error({
    kind: "conflict",
    say: () => "A review of this person is open already.",
    lift: "Close or cancel it before the next one is opened.",
  }),
  REVIEW_CLOSED: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This review is ${state} and does not change.`,
    lift: "Open the next one.",
  }),
  REVIEW_SUBMITTED: error({
    kind: "conflict",
    law: 3,
    say: () => "This side of the review is submitted and does not change.",
    lift: "What is to be added belongs into the comparison, or into the next review.",
  }),
  REVIEW_INCOMPLETE: error<{ unrated: string[]; unfounded: string[]; characters: number }>({
    kind: "rule",
    law: 2,
    say: ({ unrated, unfounded }) =>
      [
        several(
          unrated,
          (name) => `${name} is still to rate.`,
          (n) => `${n} competencies are still to rate`,
        ),
        several(
          unfounded,
          (name) => `The rating of ${name} does not say yet what it rests on.`,
          (n) => `${n} ratings do not say yet what they rest on`,
        ),
      ]
        .filter((words) => words !== "")
        .join(" "),
    lift: ({ characters }) =>
      `Rate each competency and say in a line what your rating rests on, or say why it is not assessed. “Definitely not” and “strong yes” take at least ${characters} characters.`,
  }),
  REVIEW_SEALED: error<{ dueAt: string }>({
    kind: "rule",
    law: 1,
    say: () => "Sealed until both sides are in.",
    lift: "It opens when both are submitted, or when the due date has passed.",
  }),
  REVIEW_WAITS: error<{ dueAt: string }>({
    kind: "rule",
    law: 1,
    say: () => "Both sides are to be in, or the due date passed, before the review is closed.",
    lift: "Submit what is missing, or wait for the due date.",
  }),
  REVIEW_EMPTY: error({
    kind: "rule",
    say: () => "Nobody has submitted a side of this review.",
    lift: "Submit one, or cancel the review.",
  }),
  REVIEW_DUE: error<{ days: number }>({
    kind: "rule",
    say: ({ days }) => `A review is due within 1 to ${days} days.`,
    lift: "Choose another day.",
  }),
  REVIEW_ALONE: error({
    kind: "rule",
    law: 4,
    say: () => "Without a manager nobody could write the other side of this review.",
    lift: "An admin names the manager under Settings, Members.",
  }),
  REVIEW_NOT_CLOSED: error<{ state: string }>({
    kind: "conflict",
    say: ({ state }) => `This review is ${state}; only a closed one is answered.`,
    lift: "Wait until it is compared and closed.",
  }),
} as const;

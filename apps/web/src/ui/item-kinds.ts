import type { LibraryItemView } from "@rubric/domain/library/schemas";

type Kind = LibraryItemView["kind"];

/** What the kinds of things to do are called, in the order in which one comes to them. */
export const itemKindWords = {
  reading: "Reading",
  practice: "Practice",
  pairing: "Pairing",
  project: "Project",
} as const satisfies Record<Kind, string>;

const kinds: readonly Kind[] = ["reading", "practice", "pairing", "project"];

/** Choices for a select. */
export const itemKinds = kinds.map((value) => ({ value, label: itemKindWords[value] }));

/** The kind that a select's value names, or null. */
export function itemKindOf(text: string | null): Kind | null {
  return kinds.find((kind) => kind === text) ?? null;
}

/** "3 h". */
export function hoursWords(hours: number): string {
  return `${hours} h`;
}

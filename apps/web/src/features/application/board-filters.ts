import type { CardView } from "@rubric/domain/application/schemas";
import { fold, wordsOf } from "@rubric/domain/candidate/terms";
import { parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs";

export const SOURCE_WORDS = {
  applied: "Applied",
  added: "Added by us",
  referred: "Referred",
  transferred: "Transferred",
} as const satisfies Record<CardView["source"], string>;

const SOURCES = ["applied", "added", "referred", "transferred"] as const;

/** The filters of the pipeline, as they stand in the address. */
export const boardFilters = {
  name: parseAsString.withDefault(""),
  source: parseAsStringLiteral(SOURCES),
  late: parseAsBoolean.withDefault(false),
  held: parseAsBoolean.withDefault(false),
};

export type BoardFilters = {
  name: string;
  source: (typeof SOURCES)[number] | null;
  late: boolean;
  held: boolean;
};

/** The cards that the filters leave: of a name all words, in any order, with accents or without. */
export function filterCards(cards: readonly CardView[], filters: BoardFilters): CardView[] {
  // As the search over all people reads what is typed.
  const words = wordsOf(filters.name);
  const isNamed = (card: CardView) => {
    const text = fold(`${card.name} ${card.headline}`);
    return words.every((word) => text.includes(word));
  };
  return cards.filter(
    (card) =>
      (words.length === 0 || isNamed(card)) &&
      (filters.source === null || card.source === filters.source) &&
      (!filters.late || card.late) &&
      (!filters.held || card.state === "on_hold"),
  );
}

/** Which source a text names, or null for all. */
export function sourceOf(text: string | null): BoardFilters["source"] {
  return SOURCES.find((source) => source === text) ?? null;
}

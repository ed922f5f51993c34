/** Letters that no decomposition takes apart, as they are typed where they are not on the keyboard. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
  ς: "σ",
};
const NOT_A_WORD = /[\p{Cc}\u0020-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/u;
const LONGEST = 40;
const LONGEST_NEAR = 20;
const MANY = 12;

export type TermKind = "whole" | "name" | "mail" | "line" | "near";
export type Term = { kind: TermKind; term: string };

/** In small letters, without accents, apostrophes and the likes. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'`\u02bc\u2018\u2019]/gu, "")
    .replaceAll(/[ßæœøđðłıþς]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFC");
}

/** The words of a text as they are kept and looked for, each once, in their order. */
export function wordsOf(text: string): string[] {
  const words = fold(text)
    .split(NOT_A_WORD)
    .map((word) => Array.from(word).slice(0, LONGEST).join(""))
    .filter((word) => word !== "");
  return [...new Set(words)].slice(0, MANY);
}

/**
 * The word itself and all that it becomes when one of its letters is left out. Two words that have
 * one of these in common are one slip apart: a letter left out, added, changed or in the wrong place.
 */
export function nearOf(word: string): string[] {
  const letters = Array.from(word);
  if (letters.length < 3 || letters.length > LONGEST_NEAR) return [];
  if (letters.length === 3) return [word];
  const left = letters.map((_, at) => letters.toSpliced(at, 1).join(""));
  return [...new Set([word, ...left])];
}

/** All that a person is found by. */
export function termsOf(person: { name: string; email: string; headline: string }): Term[] {
  const of = (kind: TermKind, terms: readonly string[]) =>
    [...new Set(terms)].map((term) => ({ kind, term }));
  const name = wordsOf(person.name);
  // The first word of an address is found by the beginning of it all.
  const inAddress = wordsOf(person.email.split("@")[0] ?? "").slice(1);
  return [
    ...of("whole", name.length === 0 ? [] : [name.join(" ")]),
    ...of("name", name),
    ...of("mail", [person.email, ...inAddress]),
    ...of("line", wordsOf(person.headline)),
    ...of("near", name.flatMap(nearOf)),
  ];
}

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
/** In which of the kinds a search of several words looks for them. */
export const SIGNED = ["name", "mail", "line"] as const satisfies readonly TermKind[];
/** How many first letters make a bit; of a shorter word nothing is told. */
const LETTERS_SIGNED = 3;
const LONGEST = 40;
const LONGEST_NEAR = 20;
const MANY = 12;

export type TermKind = "whole" | "name" | "mail" | "line" | "near";
export type Term = { kind: TermKind; term: string };
type Words = { name: string; email: string; headline: string };

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

/**
 * A bit for how each of these words begins, of 64 with a sign, as the database keeps them (a
 * superimposed code): whoever lacks a bit of what is asked for bears no such word, and need not be
 * looked up. Words share bits, so that who has them all is asked. Kept with the terms: a change here
 * is one of what is kept.
 */
export function signatureOf(words: readonly string[]): bigint {
  let bits = 0n;
  for (const word of words) {
    const letters = Array.from(word).slice(0, LETTERS_SIGNED);
    if (letters.length === LETTERS_SIGNED) bits |= 1n << BigInt(hashOf(letters.join("")) % 64);
  }
  return BigInt.asIntN(64, bits);
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 16_777_619);
  return hash >>> 0;
}

/** All that a person is found by, and with each word what their others are. */
export function termsOf(person: Words): (Term & { signature: bigint | null })[] {
  const signature = signatureOfPerson(person);
  return bareTermsOf(person).map((one) => ({
    ...one,
    signature: isSigned(one) ? signature : null,
  }));
}

/** The signature of all words that a person has. */
export function signatureOfPerson(person: Words): bigint {
  return signatureOf(bareTermsOf(person).flatMap((one) => (isSigned(one) ? [one.term] : [])));
}

function isSigned({ kind }: Term): boolean {
  return SIGNED.some((one) => one === kind);
}

function bareTermsOf(person: Words): Term[] {
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

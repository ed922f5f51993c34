import type { Asked, AskedWord, Span } from "./asked-words.ts";
import type { Term, TermKind } from "./terms.ts";

/** How well somebody is found: by which step, the best being 0, and by which of their terms. */
export type Place = { step: number; term: string };

/**
 * Where somebody with these terms is found, the same as by the steps of `search-steps.ts`; null if
 * they are not.
 */
export function placeOf({ whole, words }: Asked, own: readonly Term[]): Place | null {
  const first = (kind: TermKind, span: Span) =>
    own
      .flatMap((one) => (one.kind === kind && lies(one.term, span) ? [one.term] : []))
      .toSorted(byLetters)[0];
  const found = whole === null ? undefined : first("whole", whole);
  if (found !== undefined) return { step: 0, term: found };
  const [rarest, ...others] = words;
  if (rarest === undefined) return null;
  const begins = (word: AskedWord) =>
    word.kinds.some((kind) => first(kind, word.begins) !== undefined);
  const before = whole === null ? 0 : 1;
  if (words.every(begins)) {
    for (const [at, kind] of rarest.kinds.entries()) {
      const term = first(kind, rarest.begins);
      if (term !== undefined) return { step: before + at, term };
    }
  }
  const slip = (word: AskedWord) => first("near", { any: word.near });
  const term = slip(rarest);
  if (term === undefined) return null;
  return others.every((word) => begins(word) || slip(word) !== undefined)
    ? { step: before + rarest.kinds.length, term }
    : null;
}

/** The best found first, then by their term, the newest first. */
export function byPlace(a: { id: string; place: Place }, b: { id: string; place: Place }): number {
  return (
    a.place.step - b.place.step || byLetters(a.place.term, b.place.term) || byLetters(b.id, a.id)
  );
}

function lies(term: string, span: Span): boolean {
  return "any" in span
    ? span.any.includes(term)
    : byLetters(term, span.from) >= 0 && byLetters(term, span.to) < 0;
}

/** By code point, as the database sorts where its collation is C; not by UTF-16 as `<` does. */
function byLetters(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

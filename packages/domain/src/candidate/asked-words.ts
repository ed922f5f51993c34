import { nearOf, type TermKind, wordsOf } from "./terms.ts";

/** Words beyond these are not looked for. */
const MANY = 6;

export type Span = { from: string; to: string } | { any: readonly string[] };
export type AskedWord = {
  /** What it may stand in, in the order in which it counts. */
  kinds: readonly TermKind[];
  begins: Span;
  /** Empty where it is too short or too long to be mistyped. */
  near: readonly string[];
};
/** What somebody looks for: all of the words, and first whose name begins with all that was typed. */
export type Asked = { whole: Span | null; words: readonly AskedWord[] };

/** Reads what was typed into a search; `contact` says whether addresses may be looked for, too. */
export function readAsked(query: string, contact: boolean): Asked {
  const parts = query.split(/\s+/u).filter((part) => part !== "");
  const addresses = parts.filter((part) => part.includes("@"));
  const typed = wordsOf(parts.filter((part) => !part.includes("@")).join(" "));
  const words = [
    ...addresses.map((part): AskedWord => ({
      kinds: contact ? ["mail"] : [],
      begins: beginning(part.toLowerCase()),
      near: [],
    })),
    ...typed.map((word): AskedWord => ({
      kinds: contact ? ["name", "mail", "line"] : ["name", "line"],
      begins: beginning(word),
      near: nearOf(word),
    })),
  ];
  return {
    whole: addresses.length > 0 || typed.length === 0 ? null : beginning(typed.join(" ")),
    words: words.slice(0, MANY),
  };
}

function beginning(text: string): Span {
  return { from: text, to: `${text}\u{10FFFF}` };
}

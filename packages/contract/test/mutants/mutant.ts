import { diffManifests, type RuleId } from "@rubric/contract/diff";
import { LIBRARY } from "../fixture/library.ts";
import { type Library, manifestOf } from "../fixture/router.ts";

/** An edit of a router and what the check must say of it: each finding as `rule verdict`. */
export type Mutant = { old?: Library; next: Library; expected: string[] };

/** What shows that a rule is kept, and edits that look alike and deserve something else. */
export type Proof = { mutants: Mutant[]; twins: Mutant[] };

export type Proofs<Letter extends string> = Record<Extract<RuleId, `${Letter}${number}`>, Proof>;

/** What compares two manifests: the check itself, unless a test puts a worse one in its place. */
export type Judge = typeof diffManifests;

const manifests = new WeakMap<Library, ReturnType<typeof manifestOf>>();

function emitted(library: Library) {
  const known = manifests.get(library) ?? manifestOf(library);
  manifests.set(library, known);
  return known;
}

/** Why an edit did not get what it deserves; null if it did. */
export function missed(rule: string, mutant: Mutant, judge: Judge = diffManifests): string | null {
  const { old = LIBRARY, next } = mutant;
  const found = judge(emitted(old), emitted(next));
  const got = [...new Set(found.map((one) => `${one.rule} ${one.verdict}`))].toSorted();
  const expected = mutant.expected.toSorted();
  if (JSON.stringify(got) === JSON.stringify(expected)) return null;
  return `${rule}: got ${got.join(", ") || "nothing"} instead of ${expected.join(", ") || "nothing"}`;
}

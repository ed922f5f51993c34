import { type Denial, explain } from "../errors.ts";
import { toInstant } from "../wire.ts";
import type { Explanation } from "./explanation.ts";
import { inForce, type PolicyIndex, type PolicyVersion, resolve } from "./resolve.ts";
import type { Effect, Rule, RuleKind, Verdict } from "./rule.ts";
import { EVERYONE, type Place, segmentKey, segmentsOf } from "./segment.ts";

/** A verdict with its explanation. */
export type Judged<E extends Effect = Effect> = { verdict: Verdict<E>; explanation: Explanation };

/**
 * Judges by the version in force for each of the places, and by each version once. Pure: index,
 * facts, places and instant settle the answer to the byte. Places are looked at in order of their
 * regions, so what a decision about several of them says does not rest on how they were listed.
 */
export function judgeAt<F extends object, P extends object, E extends Effect>(
  rule: Rule<F, P, E>,
  facts: F,
  index: PolicyIndex,
  places: readonly Place[],
  at: Date,
): Judged<E>[] {
  const judged = new Map<string, Judged<E>>();
  for (const place of places.toSorted((a, b) => compare(a.region ?? "", b.region ?? ""))) {
    const version = resolve(index, rule.name, place, at.getTime());
    const key = version?.id ?? "";
    if (judged.has(key)) continue;
    judged.set(key, judgeBy(rule, facts, version, place, at));
  }
  return [...judged.values()];
}

/** Judges by one version of a policy; null: by the rule's own defaults. */
export function judgeBy<F extends object, P extends object, E extends Effect>(
  rule: Rule<F, P, E>,
  facts: F,
  version: PolicyVersion | null,
  place: Place,
  at: Date,
): Judged<E> {
  const kind: RuleKind = version?.kind ?? rule.kinds[0];
  // A stored version was parsed by this rule's schema when the index was made.
  const parameters = (version?.parameters ?? rule.defaults) as P;
  const verdict = rule.judge(facts, parameters, kind);
  return {
    verdict,
    explanation: {
      rule: rule.name,
      kind,
      ...wordsOf(rule, verdict),
      policy: version && {
        policyId: version.policyId,
        versionId: version.id,
        number: version.number,
      },
      segment: version?.segment ?? EVERYONE,
      place,
      at: toInstant(at),
      parameters: asRecord(parameters),
      facts: asRecord(facts),
    },
  };
}

/**
 * What a version that does not bind would say at a place; null where another segment is the more
 * specific one. A version that ends its policy lets the next wider segment judge.
 */
export function judgeTried<F extends object, P extends object, E extends Effect>(
  rule: Rule<F, P, E>,
  facts: F,
  tried: { version: PolicyVersion; index: PolicyIndex },
  place: Place,
  at: Date,
): Explanation | null {
  const { version, index } = tried;
  const first = segmentsOf(place)
    .map((segment) => index.get(rule.name)?.get(segmentKey(segment)) ?? [])
    .flatMap((versions) => inForce(versions, at.getTime()) ?? [])[0];
  if (first?.id !== version.id) return null;
  return judgeBy(rule, facts, resolve(index, rule.name, place, at.getTime()), place, at)
    .explanation;
}

/** Whether two explanations are of the same answer: outcome, code and sentence. */
export function isSameAnswer(was: Explanation, would: Explanation): boolean {
  return (
    was.outcome === would.outcome && was.code === would.code && was.sentence === would.sentence
  );
}

function wordsOf(
  rule: Pick<Rule, "name" | "effects">,
  verdict: Verdict,
): Pick<Explanation, "outcome" | "code" | "sentence" | "lift"> {
  if (verdict === null) return { outcome: "passed", code: null, sentence: null, lift: null };
  if (isDenial(verdict)) {
    const { sentence, lift } = explain(verdict);
    return { outcome: "refused", code: verdict.code, sentence, lift };
  }
  const say = rule.effects[verdict.effect];
  if (say === undefined) throw new Error(`${rule.name} has no words for ${verdict.effect}.`);
  return { outcome: "effect", code: verdict.effect, sentence: say(verdict.facts), lift: null };
}

/** Whether a verdict refuses. */
export function isDenial(verdict: Exclude<Verdict, null>): verdict is Denial {
  return "code" in verdict;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function asRecord(value: object): Record<string, unknown> {
  return { ...value };
}

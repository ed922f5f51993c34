import { z } from "zod";
import { defineRule } from "../policy/rule.ts";
import { Instant, toInstant } from "../wire.ts";
import { later } from "./bounds.ts";
import { type KeepVerdict, whatNow } from "./what-now.ts";

/** A date that a region's law sets. */
const Bound = z.strictObject({ at: Instant, region: z.string() }).nullable();

const Facts = z.strictObject({
  now: Instant,
  endedAt: Instant,
  hired: z.boolean(),
  /** A legal hold on the person or the job. */
  held: z.boolean(),
  /** When the person asked, or an admin had them erased. */
  askedAt: Instant.nullable(),
  /** The latest legal minimum and the earliest legal maximum. */
  least: Bound,
  most: Bound,
  /** Until when the person agreed to stay in the talent pool. */
  consentUntil: Instant.nullable(),
});
export type KeepRuleFacts = z.infer<typeof Facts>;

/** What is done with an application; `policyUntil`: how long the organization itself would keep it. */
type Keep = {
  effect: KeepVerdict["verdict"];
  facts: { why: KeepVerdict["why"]; until: string | null; policyUntil: string };
};

/**
 * Law 10: what is done with an application after its end: legal hold, legal minimum, the person's
 * request, maximum, and last how long the organization itself keeps it.
 */
export const keepRule = defineRule({
  name: "retention.keep",
  points: [
    "retention.settle",
    "retention.eraseCandidate",
    "retention.show",
    "retention.list",
    "retention.listDue",
  ],
  laws: [10],
  kinds: ["flow"],
  template: {
    flow: "An application is erased {months} months after its end, within the law's bounds.",
  },
  facts: Facts,
  parameters: z.strictObject({
    months: z.int().min(1).max(120).meta({ title: "Kept after the end", unit: "months" }),
  }),
  defaults: { months: 24 },
  effects: {
    keep: ({ why, until }) => `Kept${untilWords(until)}: ${words(why)}.`,
    restrict: ({ why, until }) => `Locked away${untilWords(until)}: ${words(why)}.`,
    erase: ({ why, policyUntil }) =>
      why === "policy"
        ? `Erased: the organization keeps it until ${String(policyUntil).slice(0, 10)}.`
        : `Erased: ${words(why)}.`,
  },
  judge: (facts, { months }): Keep => {
    const endedAt = new Date(facts.endedAt);
    const own = later(endedAt, { months });
    const consent = dateOf(facts.consentUntil);
    const policyUntil = consent !== null && consent > own ? consent : own;
    const { verdict, why, until } = whatNow({
      now: new Date(facts.now),
      endedAt,
      hired: facts.hired,
      held: facts.held,
      askedAt: dateOf(facts.askedAt),
      bounds: {
        lower: facts.least && { at: new Date(facts.least.at) },
        upper: facts.most && { at: new Date(facts.most.at) },
      },
      policyUntil,
    });
    return {
      effect: verdict,
      facts: { why, until: toInstant(until), policyUntil: toInstant(policyUntil) },
    };
  },
  tests: "retention/keep-rule.test.ts",
});

/** Of what several policies say the strictest: to erase, else what ends first; null: none was asked. */
export function strictest(said: readonly Keep[]): KeepVerdict | null {
  const [first] = said.toSorted(
    (a, b) =>
      Number(b.effect === "erase") - Number(a.effect === "erase") ||
      timeOf(a.facts.until) - timeOf(b.facts.until),
  );
  if (first === undefined) return null;
  const { why, until } = first.facts;
  return { verdict: first.effect, why, until: dateOf(until) };
}

function timeOf(at: string | null): number {
  return at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at);
}

function dateOf(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}

function untilWords(until: unknown): string {
  return typeof until === "string" ? ` until ${until.slice(0, 10)}` : "";
}

const WORDS: Readonly<Record<KeepVerdict["why"], string>> = {
  under_way: "the application goes on",
  hold: "a legal hold",
  minimum: "the law demands it",
  request: "the person asked for it",
  maximum: "the law allows no longer",
  policy: "the organization's own time",
  employed: "the file of somebody who was hired",
  nothing: "no rule ends it",
};

function words(why: unknown): string {
  return new Map<unknown, string>(Object.entries(WORDS)).get(why) ?? "";
}

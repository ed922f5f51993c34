import { createHash } from "node:crypto";

export type Variant = { key: string; weight: number };

/**
 * The variant of a subject: the first 48 bits of SHA-256 over `experiment:subject`, as a share of
 * all they can be, laid over the weights in their order (per cent, 100 in sum). Rests on nothing
 * else: other experiments and subjects move nobody, and the same call gives the same answer.
 */
export function variantOf(
  experimentId: string,
  subjectId: string,
  variants: readonly Variant[],
): string {
  const hash = createHash("sha256").update(`${experimentId}:${subjectId}`).digest();
  const share = (hash.readUIntBE(0, 6) / 2 ** 48) * 100;
  let upTo = 0;
  for (const { key, weight } of variants) {
    upTo += weight;
    if (share < upTo) return key;
  }
  throw new Error("The weights of an experiment sum to 100.");
}

/** What names a variant in a policy's segment. */
export function segmentOf(experimentId: string, variant: string): string {
  return `${experimentId}:${variant}`;
}

/** The experiment and variant that a segment names. */
export function inSegment(segment: string): { experimentId: string; variant: string } {
  const [experimentId = "", variant = ""] = segment.split(":");
  return { experimentId, variant };
}

export type RunningExperiment = { id: string; rule: string; variants: readonly Variant[] };

/**
 * What the policies of a call ask: the variant that a rule's running experiment gives a subject, as
 * `experiment:variant`; null without either. A rule has one running experiment at most.
 */
export function variantsBy(
  running: readonly RunningExperiment[],
): (rule: string, subjectId: string | undefined) => string | null {
  const byRule = new Map(running.map((one) => [one.rule, one]));
  return (rule, subjectId) => {
    const one = byRule.get(rule);
    if (one === undefined || subjectId === undefined) return null;
    return segmentOf(one.id, variantOf(one.id, subjectId, one.variants));
  };
}

import { z } from "zod";
import type { Finding } from "../diff/finding.ts";
import { RULES } from "../diff/rules.ts";

/** A breaking finding that somebody takes upon themselves until a day. */
export const Waiver = z.strictObject({
  rule: z.string().refine((rule) => rule in RULES, "There is no such rule."),
  /** The path of the finding: a procedure, an event, or `transport`. */
  path: z.string().min(1),
  /** One place of it; without, the rule's findings at every place of the path. */
  at: z.string().optional(),
  reason: z.string().min(10, "Say why in a sentence."),
  /** The last day on which it holds, in UTC. */
  expires: z.iso.date(),
});
export type Waiver = z.infer<typeof Waiver>;

/** The file of a project's waivers. */
export const Waivers = z.array(Waiver);

/** A finding, and the waiver that covers it. */
export type Judged = Finding & { waived: Waiver | null };

/** Findings with their waivers, and what is wrong with the waivers: expired, or covering nothing. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  now: Date,
): { judged: Judged[]; problems: string[] } {
  const today = now.toISOString().slice(0, 10);
  const valid = waivers.filter(({ expires }) => expires >= today);
  const judged = findings.map((finding) => ({
    ...finding,
    waived: valid.find((waiver) => covers(waiver, finding)) ?? null,
  }));
  const problems = waivers.flatMap((waiver) => {
    const name = `The waiver of ${waiver.rule} for ${waiver.path}`;
    if (waiver.expires < today) return [`${name} expired on ${waiver.expires}.`];
    const used = findings.some((finding) => covers(waiver, finding));
    return used ? [] : [`${name} covers nothing: take it out.`];
  });
  return { judged, problems };
}

function covers({ rule, path, at }: Waiver, finding: Finding): boolean {
  const waivable = finding.verdict === "breaking" || finding.verdict === "review";
  return (
    waivable &&
    finding.rule === rule &&
    finding.path === path &&
    (at === undefined || at === finding.at)
  );
}

import type { Denial } from "../errors.ts";
import { Refused } from "../errors.ts";
import type { Explanation } from "./explanation.ts";
import { isDenial, type Judged, judgeAt, judgeTried } from "./judge.ts";
import type { PolicyIndex, PolicyVersion } from "./resolve.ts";
import type { Effect, Rule } from "./rule.ts";
import type { ClientType, NetworkType, Place } from "./segment.ts";

/** What a rule is asked about. */
type Asked = {
  /** ISO 3166 codes of the places it touches; none: wherever. */
  regions: readonly string[];
  /** Whom an experiment assigns a variant to; left out where no experiment may be. */
  subjectId?: string;
};

/** The policies of an organization as one call sees them: `ctx.policy`. */
export type Policies = {
  /**
   * Judges a command: throws the first refusal, else returns the effects to carry out. What was
   * judged is kept in the command's audit entry.
   */
  judge<F extends object, P extends object, E extends Effect>(
    rule: Rule<F, P, E>,
    facts: F,
    about: Asked,
  ): readonly E[];
  /** What the rule would refuse, with its explanation; null: nothing. Leaves no trace. */
  ask<F extends object, P extends object, E extends Effect>(
    rule: Rule<F, P, E>,
    facts: F,
    about: Asked,
  ): Denial | null;
  /** What the rule would add. Leaves no trace. */
  effects<F extends object, P extends object, E extends Effect>(
    rule: Rule<F, P, E>,
    facts: F,
    about: Asked,
  ): readonly E[];
};

/** A version that does not bind, with the index as it would be if it did. */
export type Shadow = { version: PolicyVersion; index: PolicyIndex };

/** A decision as it was, and as a version in shadow would have had it. */
export type Shadowed = { versionId: string; was: Explanation; would: Explanation };

/** What a call lends its policies: one index for the whole of it, so that one version judges. */
export type PolicyCall = {
  index: PolicyIndex;
  shadows: readonly Shadow[];
  at: Date;
  client: ClientType;
  network: NetworkType;
  /** The variant of the rule's running experiment for a subject, as `experiment:variant`. */
  variantOf(rule: string, subjectId: string | undefined): string | null;
  log: PolicyLog;
};

/** What was judged in a call, in order. */
export type PolicyLog = { judged: Explanation[]; shadowed: Shadowed[]; exposed: Exposed[] };

/** Who was judged under a running experiment, in which variant: `experiment:variant`. */
export type Exposed = { segment: string; subjectId: string };

/** The policies of one call. */
export function policiesOf(call: PolicyCall): Policies {
  const judged = <F extends object, P extends object, E extends Effect>(
    rule: Rule<F, P, E>,
    facts: F,
    about: Asked,
  ) => judgeAt(rule, facts, call.index, placesOf(call, rule.name, about), call.at);
  return {
    judge(rule, facts, about) {
      const found = judged(rule, facts, about);
      call.log.shadowed.push(...shadowsOf(call, rule, facts, found));
      for (const { verdict, explanation } of found) {
        if (verdict !== null && isDenial(verdict)) throw new Refused({ ...verdict, explanation });
      }
      call.log.judged.push(...found.map(({ explanation }) => explanation));
      call.log.exposed.push(...exposedIn(found, about));
      return effectsIn(found);
    },
    ask(rule, facts, about) {
      for (const { verdict, explanation } of judged(rule, facts, about)) {
        if (verdict !== null && isDenial(verdict)) return { ...verdict, explanation };
      }
      return null;
    },
    effects: (rule, facts, about) => effectsIn(judged(rule, facts, about)),
  };
}

/** What each version in shadow would have said where its segment holds the decision's place. */
function shadowsOf<F extends object, P extends object, E extends Effect>(
  call: PolicyCall,
  rule: Rule<F, P, E>,
  facts: F,
  found: readonly Judged<E>[],
): Shadowed[] {
  return call.shadows.flatMap(({ version, index }) => {
    if (version.rule !== rule.name) return [];
    return found.flatMap(({ explanation: was }) => {
      const would = judgeTried(rule, facts, { version, index }, was.place, call.at);
      return would === null ? [] : [{ versionId: version.id, was, would }];
    });
  });
}

function exposedIn(found: readonly Judged[], { subjectId }: Asked): Exposed[] {
  return found.flatMap(({ explanation: { place } }) =>
    place.experiment === null || subjectId === undefined
      ? []
      : [{ segment: place.experiment, subjectId }],
  );
}

function effectsIn<E extends Effect>(found: readonly { verdict: Denial | E | null }[]): E[] {
  return found.flatMap(({ verdict }) => (verdict === null || isDenial(verdict) ? [] : [verdict]));
}

function placesOf(call: PolicyCall, rule: string, about: Asked): Place[] {
  const { client, network } = call;
  const experiment = call.variantOf(rule, about.subjectId);
  const regions = about.regions.length === 0 ? [null] : about.regions;
  return regions.map((region) => ({ region, experiment, client, network }));
}

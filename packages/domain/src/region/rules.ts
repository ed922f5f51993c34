import { BUILT_IN } from "./built-in.ts";
import type {
  OrganizationTrait,
  RegionPack,
  RegionRule,
  RULE_BINDINGS,
  RULE_STATUSES,
} from "./schemas.ts";
import { chainOf } from "./tree.ts";

/** What the rules of regions are asked about. */
export type RegionsAsked = {
  /** Codes of the places that a post, a job or an application touches. */
  regions: readonly string[];
  /** The organization's day, YYYY-MM-DD. */
  day: string;
  /** Employees counted in a region; null: not known, so what rests on it is owed. */
  employees: (region: string) => number | null;
  /** What the organization says of itself; none: no rule holds that asks for it. */
  traits?: readonly OrganizationTrait[];
  /** The pack in force; without one the built-in. */
  pack?: RegionPack;
};

export type AppliedRule = {
  rule: RegionRule;
  /** The regions asked about that owe it, by code. */
  regions: readonly string[];
  /** Whether it is owed only because the number of employees is not known. */
  sizeUnknown: boolean;
};

/**
 * What the regions together owe on a day, by rule id; a region owes what those it lies in owe. Pure:
 * a region more never takes a duty away, nor does an employee more.
 */
export function rulesFor(asked: RegionsAsked): AppliedRule[] {
  const chains = [...new Set(asked.regions)]
    .toSorted()
    .map((region) => ({ region, chain: chainOf(region) }));
  return (asked.pack ?? BUILT_IN).rules
    .flatMap((rule) => {
      const binding = bindingOf(rule, asked);
      if (!holdsOn(rule, asked.day) || binding === "too_small" || binding === "not_such") return [];
      const regions = chains
        .filter(({ chain }) => chain.includes(rule.region) && !isForbidden(rule, chain, asked))
        .map(({ region }) => region);
      if (regions.length === 0) return [];
      const sizeUnknown = rule.threshold !== null && asked.employees(rule.threshold.where) === null;
      return [{ rule, regions, sizeUnknown }];
    })
    .toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

/** How a rule stands to a day. */
export function statusOn(rule: RegionRule, day: string): (typeof RULE_STATUSES)[number] {
  if (rule.pending === true) return "no_date";
  if (rule.from !== null && day < rule.from) return "to_come";
  return rule.to !== null && rule.to < day ? "past" : "in_force";
}

/** Whether a rule is in force on a day; its last day is one of them. */
export function holdsOn(rule: RegionRule, day: string): boolean {
  return statusOn(rule, day) === "in_force";
}

/** Whether a rule binds an organization of this size and kind. */
export function bindingOf(
  { threshold, only }: RegionRule,
  { employees, traits = [] }: Pick<RegionsAsked, "employees" | "traits">,
): (typeof RULE_BINDINGS)[number] {
  if (only !== undefined && !traits.includes(only)) return "not_such";
  if (threshold === null) return "binds";
  const count = employees(threshold.where);
  if (count === null) return "size_unknown";
  const enough =
    threshold.more === true ? count > threshold.employees : count >= threshold.employees;
  return enough ? "binds" : "too_small";
}

/** A local ban on questions about earlier pay is void where the state forbids it. */
function isForbidden(rule: RegionRule, chain: readonly string[], asked: RegionsAsked): boolean {
  if (rule.duty.topic !== "salary_history") return false;
  const wider = chain.slice(chain.indexOf(rule.region) + 1);
  return (asked.pack ?? BUILT_IN).rules.some(
    (one) =>
      one.duty.topic === "local_bans_forbidden" &&
      wider.includes(one.region) &&
      holdsOn(one, asked.day),
  );
}

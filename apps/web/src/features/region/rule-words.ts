import { placeName } from "@rubric/domain/region/names";
import type { RegionsView } from "@rubric/domain/region/schemas";

export type RegionRow = RegionsView["rules"][number];

const STATUS_WORDS: Record<RegionRow["status"], string> = {
  in_force: "In force",
  to_come: "To come",
  no_date: "To come, without a date",
  past: "Past",
};
export const STATUSES = Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label }));

const BINDING_WORDS: Record<RegionRow["binding"], string> = {
  binds: "Binds you",
  size_unknown: "Owed while your size is not known",
  too_small: "You are too small",
  not_such: "Not for an organization like yours",
};

/** How a rule stands to the day that is looked at. */
export function statusWords(row: RegionRow): string {
  return STATUS_WORDS[row.status];
}

/** Whether a rule binds, once it is in force. */
export function bindingWords(row: RegionRow): string {
  return BINDING_WORDS[row.binding];
}

/** "From 15 employees in the United States on"; null where every employer is bound. */
export function thresholdWords({ threshold }: RegionRow): string | null {
  if (threshold === null) return null;
  const { employees, more, where } = threshold;
  const first = more ? employees + 1 : employees;
  return `From ${first} ${first === 1 ? "employee" : "employees"} in ${placeName(where)} on`;
}

/** The rules that a reader looks for, by words in any part of them; by region. */
export function rulesLike(
  rules: readonly RegionRow[],
  by: { search: string; region: string | null; status: string | null },
): RegionRow[] {
  const words = by.search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rules.filter((rule) => {
    if (by.region !== null && rule.region !== by.region) return false;
    if (by.status !== null && rule.status !== by.status) return false;
    const text = [
      placeName(rule.region),
      rule.region,
      rule.topic.replaceAll("_", " "),
      rule.sentence,
      rule.source,
      rule.id,
    ]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return found.toSorted((a, b) => placeName(a.region).localeCompare(placeName(b.region), "en"));
}

import type { DeadlineSource } from "@rubric/db/schema";
import type { RegionsAsked } from "../region/rules.ts";
import { answerDuties } from "../region/select.ts";
import { dueAfter } from "./due.ts";
import { notCounted } from "./holidays.ts";
import type { DeadlineKind } from "./schemas.ts";

/** What begins each deadline that laws set, as the rules of regions call it. */
const EVENTS: Partial<Record<DeadlineKind, Parameters<typeof answerDuties>[1]>> = {
  answer_interviewed: "last_interview",
  post_selection_notice: "selection",
  access_request: "access_request",
  notice_art14: "collection",
  cure_notice: "cure_notice",
  works_council: "works_council_asked",
  pay_information: "pay_information_request",
  promotion_notice: "external_posting",
};

/** The public holidays that so many business days in a region pass over. */
type HolidaysIn = (region: string, days: number) => readonly string[];

/**
 * The laws that set a deadline of a kind which begins at an instant, in the places and on the day
 * that they are asked for. Of business days it says which holidays were not counted.
 */
export function lawSources(
  kind: DeadlineKind,
  startsAt: Date,
  asked: RegionsAsked,
  timeZone: string,
  holidaysIn: HolidaysIn = () => [],
): DeadlineSource[] {
  const event = EVENTS[kind];
  if (event === undefined) return [];
  return answerDuties(asked, event).map(({ rule, duty, sizeUnknown }) => {
    const { within } = duty;
    const free = within.unit === "business_day" ? holidaysIn(rule.region, within.count) : [];
    const said = [
      rule.sentence,
      ...(sizeUnknown ? ["(It counts as long as the number of employees is not known.)"] : []),
      ...(free.length === 0 ? [] : [notCounted(free)]),
    ];
    return {
      by: "law",
      region: rule.region,
      rule: rule.id,
      sentence: said.join(" "),
      source: rule.source,
      dueAt: dueAfter(startsAt, within, timeZone, free).toISOString(),
    };
  });
}

import { periodWords } from "../region/period.ts";
import type { RegionsAsked } from "../region/rules.ts";
import type { Period } from "../region/schemas.ts";
import { retentionOf } from "../region/select.ts";
import type { RetentionRow, Term } from "./bounds.ts";

/** What the law of these regions and all they lie in says on a day of how long is kept. */
export function retentionRows(asked: RegionsAsked): RetentionRow[] {
  const { minimums, maximums } = retentionOf(asked);
  return [
    ...minimums.map(({ rule, duty }): RetentionRow => ({
      region: rule.region,
      atLeast: termOf(duty.least),
      atMost: null,
      withConsent: null,
      counts: "end",
      why: `at least ${periodWords(duty.least)}, ${rule.source}`,
    })),
    ...maximums.map(({ rule, duty }): RetentionRow => ({
      region: rule.region,
      atLeast: null,
      atMost: termOf(duty.most),
      withConsent:
        duty.withConsent === null || duty.withConsent === "until_withdrawn"
          ? duty.withConsent
          : termOf(duty.withConsent),
      counts: duty.countsFrom === "last_contact" ? "contact" : "end",
      why: `at most ${periodWords(duty.most)}, ${rule.source}`,
    })),
  ];
}

/** Business days are counted as days: an end of keeping is nobody's working day. */
function termOf({ count, unit }: Period): Term {
  switch (unit) {
    case "day":
    case "business_day":
      return { days: count };
    case "week":
      return { days: count * 7 };
    case "month":
      return { months: count };
    case "year":
      return { years: count };
  }
}

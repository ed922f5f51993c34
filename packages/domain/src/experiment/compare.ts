import { type Count, newcombe, shareOf, wilson } from "../statistics/proportion.ts";
import type { ExperimentView } from "./schemas.ts";

type Result = ExperimentView["variants"][number]["result"];

/** No cell below this is shown: a number that small speaks of people and not of variants. */
const SMALLEST_CELL = 5;

/** Whether there are enough to say anything of a variant. */
function isEnough({ of, total }: Count, minimum: number): boolean {
  return total >= minimum && of >= SMALLEST_CELL && total - of >= SMALLEST_CELL;
}

/** What a variant found, beside the first one; null: too few to say. */
export function resultOf(own: Count, first: Count | null, minimum: number): Result {
  if (!isEnough(own, minimum)) return null;
  return {
    ...own,
    share: shareOf(own),
    interval: wilson(own),
    difference:
      first === null || !isEnough(first, minimum)
        ? null
        : { value: shareOf(own) - shareOf(first), interval: newcombe(own, first) },
  };
}

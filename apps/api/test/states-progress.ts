import { of } from "./states-of.ts";
import type { Row } from "./states.ts";

const EITHER = [
  "evidence.add",
  "evidence.remove",
  "evidence.readFile",
  "metric.enter",
  "metric.fetch",
  "progress.show",
  "record.show",
];

/** Check-ins, evidence, figures and the record: the pair's alone, and of the pair each what is theirs. */
export const PROGRESS_ROWS: readonly Row[] = [
  {
    row: "review on the ladder, plan, baseline: one's own",
    cells: "own own own own own own own no own",
    own: "self",
    calls: [...EITHER, "checkIn.record", "metric.setLogin", "record.export"],
  },
  {
    row: "review on the ladder, plan, baseline: of whom one manages",
    cells: "own own own own own own own no own",
    own: "line manager",
    calls: [...EITHER, "checkIn.reply"],
  },
  {
    row: "members, roles, settings: where figures are fetched",
    cells: "yes no no no no no no no no",
    calls: of("metric", "listSources addSource setSource setSourceSecret removeSource"),
  },
];

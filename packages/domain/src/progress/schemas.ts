import { z } from "zod";
import { CheckInView } from "../check-in/schemas.ts";
import { EvidenceView } from "../evidence/schemas.ts";
import { FigureView, MappedSourceView, MetricView } from "../metric/schemas.ts";
import { RATINGS } from "../scorecard/schemas.ts";
import { Why } from "../why.ts";
import { Day, Id } from "../wire.ts";

export const ShowProgressInput = z.strictObject({ memberId: Id });

const Person = z.object({ id: Id, name: z.string() });

export const PointView = z.object({
  competency: z.string(),
  day: Day,
  by: z.enum(["self", "manager", "baseline", "plan"]),
  rating: z.enum(RATINGS).nullable(),
  /** The level of one framework version that a review rated against: only its own marks compare. */
  level: z.object({ id: Id, name: z.string(), version: z.int() }).nullable(),
  about: z.string(),
});
export type PointView = z.infer<typeof PointView>;

export const ProgressView = z.object({
  member: Person,
  manager: Person.nullable(),
  /** Whether the reader is the member, or manages them. */
  mine: z.enum(["self", "manager"]),
  today: Day,
  /** The Mondays for which the member may still check in, the newest first. */
  weeks: z.array(Day),
  /** The Monday of the week whose check-in is owed; null: none is. */
  owed: Day.nullable(),
  checkIns: z.array(CheckInView),
  competencies: z.array(z.object({ key: z.string(), name: z.string(), theme: z.string() })),
  /** What was said of each competency over time, the oldest first. */
  points: z.array(PointView),
  metrics: z.array(MetricView),
  figures: z.array(FigureView),
  sources: z.array(MappedSourceView),
  evidence: z.array(EvidenceView),
  may: z.object({ record: Why.nullable(), setLogin: Why.nullable(), fetch: Why.nullable() }),
});
export type ProgressView = z.infer<typeof ProgressView>;

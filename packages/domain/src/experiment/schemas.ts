import { z } from "zod";
import { Why } from "../why.ts";
import { Id, Instant, line, reason } from "../wire.ts";
import { METRICS, SUBJECTS } from "./subjects.ts";

export const NoInput = z.strictObject({});

const Variant = z.strictObject({
  key: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9_]{0,30}$/, "Small letters, digits and _ only, a letter first."),
  weight: z.int().min(1, "At least 1 %.").max(99, "At most 99 %."),
});

export const DraftExperimentInput = z.strictObject({
  name: line(120),
  /** What it is to find out. */
  question: line(300),
  rule: z.string().max(80),
  metric: z.enum(METRICS),
  /** The first is what the others are compared with. */
  variants: z
    .array(Variant)
    .min(2, "At least two variants.")
    .max(4, "At most four variants.")
    .refine(
      (all) => all.reduce((sum, { weight }) => sum + weight, 0) === 100,
      "The weights sum to 100 %.",
    )
    .refine(
      (all) => new Set(all.map(({ key }) => key)).size === all.length,
      "Each variant has a name of its own.",
    )
    .meta({ refinement: ["weights sum to 100", "each variant once"] }),
  /** Subjects that each variant needs before anything is said of it. */
  minimum: z.int().min(20, "At least 20.").max(100_000, "At most 100,000."),
});

export const ExperimentInput = z.strictObject({ experimentId: Id });
export const StopExperimentInput = z.strictObject({ experimentId: Id, reason: reason() });

const Interval = z.object({ low: z.number(), high: z.number() });
const State = z.enum(["draft", "running", "stopped"]);

const Line = z.object({
  id: Id,
  name: z.string(),
  rule: z.string(),
  /** The rule in a sentence, "…" for its parameters. */
  ruleSentence: z.string(),
  state: State,
  variants: z.int(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  stoppedAt: Instant.nullable(),
});

export const ExperimentsView = z.object({
  /** Newest first. */
  experiments: z.array(Line),
  /** The rules that may be varied, with what can be measured of each; running: one runs there. */
  rules: z.array(
    z.object({
      name: z.string(),
      sentence: z.string(),
      subject: z.enum(SUBJECTS),
      metrics: z.array(
        z.object({ name: z.enum(METRICS), title: z.string(), definition: z.string() }),
      ),
      running: z.boolean(),
    }),
  ),
});
export type ExperimentsView = z.infer<typeof ExperimentsView>;

const VariantResult = z.object({
  key: z.string(),
  weight: z.int(),
  /** What names it in a policy's segment. */
  segment: z.string(),
  /** Whether so many subjects as it needs were exposed. */
  enough: z.boolean(),
  /** Once it is stopped; null: it runs, or there are too few to say. */
  result: z
    .object({
      of: z.int(),
      total: z.int(),
      share: z.number(),
      interval: Interval,
      /** Less the first variant; null for the first, and where that one has too few. */
      difference: z.object({ value: z.number(), interval: Interval }).nullable(),
    })
    .nullable(),
});

export const ExperimentView = Line.omit({ variants: true }).extend({
  question: z.string(),
  subject: z.enum(SUBJECTS),
  metric: z.object({ name: z.enum(METRICS), title: z.string(), definition: z.string() }),
  minimum: z.int(),
  variants: z.array(VariantResult),
  createdBy: z.string(),
  startedBy: z.string().nullable(),
  stoppedBy: z.string().nullable(),
  stopReason: z.string().nullable(),
  may: z.object({ start: Why.nullable(), stop: Why.nullable() }),
});
export type ExperimentView = z.infer<typeof ExperimentView>;

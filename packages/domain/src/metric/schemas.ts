import { z } from "zod";
import { Why } from "../why.ts";
import { Day, Id, Instant, line, optionalLine } from "../wire.ts";
import { METRIC_KEYS } from "./metrics.ts";

export const SOURCE_KINDS = ["github", "gitlab", "github_issues", "jira"] as const;
export const PERIODS = ["week", "quarter"] as const;

export const NoInput = z.strictObject({});

export const EnterFigureInput = z.strictObject({
  memberId: Id,
  metric: z.enum(METRIC_KEYS),
  period: z.enum(PERIODS),
  /** Its first day: a Monday, or the first of a quarter. */
  from: Day,
  value: z.number(),
  /** How many cases it rests on; null where that is not known. */
  n: z.int().min(0).max(1_000_000_000).nullable(),
});

export const SetLoginInput = z.strictObject({
  memberId: Id,
  sourceId: Id,
  /** What the person is called there; empty: they take it back. */
  login: optionalLine(200),
});

export const FetchFiguresInput = z.strictObject({ memberId: Id });

const secret = () => line(500);

export const AddSourceInput = z.strictObject({
  kind: z.enum(SOURCE_KINDS),
  baseUrl: z.string().trim().min(1, "Please fill this in.").max(500, "At most 500 characters."),
  project: line(300),
  /** An access token; for Jira an e-mail address, a colon and an API token. */
  secret: secret(),
});
export const SetSourceInput = z.strictObject({
  sourceId: Id,
  state: z.enum(["active", "paused"]),
});
export const SetSourceSecretInput = z.strictObject({ sourceId: Id, secret: secret() });
export const RemoveSourceInput = z.strictObject({ sourceId: Id });

export const FigureView = z.object({
  id: Id,
  metric: z.enum(METRIC_KEYS),
  period: z.enum(PERIODS),
  from: Day,
  through: Day,
  value: z.number(),
  n: z.int().nullable(),
  /** Null: entered by hand. */
  source: z
    .object({ kind: z.enum(SOURCE_KINDS), project: z.string(), counts: z.string() })
    .nullable(),
  /** Who entered it; null: fetched. */
  enteredBy: z.string().nullable(),
  at: Instant,
  /** Whether it meets the metric's target. */
  meets: z.boolean(),
});
export type FigureView = z.infer<typeof FigureView>;

const Target = z.union([
  z.object({ is: z.enum(["below", "at_least", "above"]), value: z.number() }),
  z.object({ is: z.literal("between"), low: z.number(), high: z.number() }),
]);

export const MetricView = z.object({
  key: z.enum(METRIC_KEYS),
  name: z.string(),
  says: z.string(),
  unit: z.string(),
  target: Target,
});

/** A source for whom it may know. */
export const MappedSourceView = z.object({
  id: Id,
  kind: z.enum(SOURCE_KINDS),
  project: z.string(),
  metric: z.enum(METRIC_KEYS),
  /** What the person is called there; null: they have not said. */
  login: z.string().nullable(),
  state: z.enum(["active", "paused"]),
  fetchedAt: Instant.nullable(),
  problem: z.string().nullable(),
});
export type MappedSourceView = z.infer<typeof MappedSourceView>;

/** A source for the admin who set it up; no secret. */
export const SourceView = z.object({
  id: Id,
  kind: z.enum(SOURCE_KINDS),
  baseUrl: z.string(),
  project: z.string(),
  metric: z.enum(METRIC_KEYS),
  counts: z.string(),
  state: z.enum(["active", "paused", "removed"]),
  fetchedAt: Instant.nullable(),
  problem: z.string().nullable(),
  nextAt: Instant,
});
export type SourceView = z.infer<typeof SourceView>;
export const SourcesView = z.object({
  sources: z.array(SourceView),
  may: z.object({ add: Why.nullable() }),
});
export type SourcesView = z.infer<typeof SourcesView>;

export const FetchAskedView = z.object({ sources: z.int() });
export const LoginView = z.object({ sourceId: Id, login: z.string().nullable() });

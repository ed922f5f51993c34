/** What a metric should be: below, at least, above a number, or between two. */
export type Target =
  | { is: "below" | "at_least" | "above"; value: number }
  | { is: "between"; low: number; high: number };

/**
 * What a backend developer's work is measured by, with the target of each. The percentages are 0 to
 * 100. Source: the facts that the product rests on, "What it is measured by".
 */
export const METRICS = {
  response_time: {
    name: "Response time",
    says: "How long an API request takes to be answered, of the services the person works on.",
    unit: "ms",
    target: { is: "below", value: 200 },
    most: 600_000,
  },
  error_rate: {
    name: "Error rate",
    says: "The share of requests that end in an error of the server, of the services the person works on.",
    unit: "%",
    target: { is: "below", value: 1 },
    most: 100,
  },
  uptime: {
    name: "Uptime",
    says: "The share of the time in which the services the person works on were up.",
    unit: "%",
    target: { is: "at_least", value: 99.9 },
    most: 100,
  },
  features: {
    name: "Features delivered per sprint",
    says: "How many features the person delivered in a sprint of two weeks.",
    unit: "a sprint",
    target: { is: "between", low: 3, high: 5 },
    most: 100,
  },
  reviews_passed: {
    name: "Code reviews passed",
    says: "Of the person's changes that were reviewed and closed, the share that was merged.",
    unit: "%",
    target: { is: "at_least", value: 90 },
    most: 100,
  },
  feedback: {
    name: "User feedback",
    says: "The mean score that users gave what the person works on, 1 to 5.",
    unit: "of 5",
    target: { is: "above", value: 4 },
    most: 5,
  },
} as const satisfies Record<
  string,
  { name: string; says: string; unit: string; target: Target; most: number }
>;

export type MetricKey = keyof typeof METRICS;

export const METRIC_KEYS = [
  "response_time",
  "error_rate",
  "uptime",
  "features",
  "reviews_passed",
  "feedback",
] as const satisfies readonly MetricKey[];

/** Whether a figure meets the metric's target. */
export function meetsTarget(key: MetricKey, value: number): boolean {
  const target: Target = METRICS[key].target;
  switch (target.is) {
    case "below":
      return value < target.value;
    case "above":
      return value > target.value;
    case "at_least":
      return value >= target.value;
    case "between":
      return value >= target.low && value <= target.high;
  }
}

import { deny, type Denial } from "../errors.ts";
import { mayVary, type Rule } from "../policy/rule.ts";
import { type Metric, VARIABLE } from "./subjects.ts";

export type ExperimentState = "draft" | "running" | "stopped";

/** Never on pay, never on what a law decides, and only where something can be measured. */
export function whyNotVary(
  rule: Pick<Rule, "name" | "laws" | "pay"> | null,
  metric: Metric | null = null,
): Denial | null {
  if (rule === null) return deny("EXPERIMENT_RULE", { why: "unknown" });
  if (!mayVary(rule)) return deny("EXPERIMENT_RULE", { why: rule.pay === true ? "pay" : "law" });
  const metrics = VARIABLE[rule.name]?.metrics ?? [];
  const measured = metric === null ? metrics.length > 0 : metrics.includes(metric);
  return measured ? null : deny("EXPERIMENT_RULE", { why: "measure" });
}

/** A draft is started once, by another admin than its author. */
export function whyNotStart(of: {
  state: ExperimentState;
  createdBy: string;
  memberId: string;
}): Denial | null {
  if (of.state !== "draft") return deny("EXPERIMENT_STATE", { state: of.state });
  return of.createdBy === of.memberId ? deny("EXPERIMENT_OWN", {}) : null;
}

/** What has not been stopped can be, a draft too. */
export function whyNotStop({ state }: { state: ExperimentState }): Denial | null {
  return state === "stopped" ? deny("EXPERIMENT_STATE", { state }) : null;
}

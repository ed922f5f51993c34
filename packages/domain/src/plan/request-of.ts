import type { PlanRow } from "./access.ts";
import type { PlanRequest } from "./request.ts";

/** What a plan was made for, as its row keeps it. */
export function requestOf(plan: PlanRow): PlanRequest {
  const { weeks, hoursAWeek, goal, path, technologies, gaps, done, kept, without } = plan;
  return { weeks, hoursAWeek, goal, path, technologies, gaps, done, kept, without };
}

import { JOB_STATES, type ListJobsInput } from "@rubric/domain/job/schemas";
import { createLoader, parseAsBoolean, parseAsStringLiteral } from "nuqs/server";
import type { z } from "zod";
import { parseAsSearch } from "../../ui/search-words.ts";

/** The filters of the list of jobs, as they stand in the address. */
export const jobsFilters = {
  state: parseAsStringLiteral(["all", "running", ...JOB_STATES] as const).withDefault("running"),
  search: parseAsSearch.withDefault(""),
  mine: parseAsBoolean.withDefault(false),
};
export const loadJobsFilters = createLoader(jobsFilters);

export type JobsFilters = Awaited<ReturnType<typeof loadJobsFilters>>;

/** What the list is asked for; `running` leaves closed jobs out. */
export function jobsInput(filters: JobsFilters): z.infer<typeof ListJobsInput> {
  const { state, search, mine } = filters;
  return {
    states: state === "all" ? [] : state === "running" ? ["draft", "open", "on_hold"] : [state],
    search: search.trim() === "" ? null : search.trim(),
    mine,
  };
}

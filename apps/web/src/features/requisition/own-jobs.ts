import type { ListJobsInput } from "@rubric/domain/job/schemas";
import type { z } from "zod";

/** The jobs that a requisition may be for: those under way that one leads. */
export const OWN_JOBS = {
  states: ["draft", "open", "on_hold"],
  search: null,
  mine: true,
} satisfies z.input<typeof ListJobsInput>;

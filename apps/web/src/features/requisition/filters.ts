import { type ListRequisitionsInput, REQUISITION_STATES } from "@rubric/domain/requisition/schemas";
import { createLoader, parseAsStringLiteral } from "nuqs/server";
import type { z } from "zod";

/** The filter of the list of requisitions, as it stands in the address. */
export const requisitionsFilters = {
  state: parseAsStringLiteral(["all", "current", ...REQUISITION_STATES] as const).withDefault(
    "current",
  ),
};
export const loadRequisitionsFilters = createLoader(requisitionsFilters);

/** What the list is asked for; `current` leaves out what is fulfilled or cancelled. */
export function requisitionsInput({
  state,
}: Awaited<ReturnType<typeof loadRequisitionsFilters>>): z.infer<typeof ListRequisitionsInput> {
  if (state === "all") return { states: [] };
  return { states: state === "current" ? ["draft", "pending", "approved", "on_hold"] : [state] };
}

import type { ListDeliveriesInput } from "@rubric/domain/webhook/schemas";
import { z } from "zod";

/** Which deliveries of an endpoint a page shows. */
export type Shown = { endpointId: string; failed: boolean; before: string | null };

const Search = z.object({
  show: z.literal("failed").nullish().catch(null),
  before: z.uuid().nullish().catch(null),
});

/** Reads an address; what is not understood narrows nothing. */
export function shownAt(endpointId: string, search: unknown): Shown {
  const { show, before } = Search.parse(search);
  return { endpointId, failed: show === "failed", before: before ?? null };
}

/** The query of what is shown. */
export function inputOf({
  endpointId,
  failed,
  before,
}: Shown): z.input<typeof ListDeliveriesInput> {
  return { endpointId, state: failed ? "failed" : null, cursor: before };
}

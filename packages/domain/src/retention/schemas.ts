import { z } from "zod";
import { Id, Instant, reason } from "../wire.ts";

export const EraseInput = z.strictObject({ candidateId: Id, reason: reason() });

export const ErasureView = z.object({
  id: Id,
  state: z.enum(["asked", "running", "done"]),
  askedAt: Instant,
});
export type ErasureView = z.infer<typeof ErasureView>;

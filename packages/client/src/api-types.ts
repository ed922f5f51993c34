import type { AppRouter } from "@rubric/api/router";
import type { AlwaysPossible, FactsByCode } from "@rubric/api/refusal";

export type { AlwaysPossible };

/** Every procedure by its path, one level a dot; each says its kind, input, output and refusals. */
export type Procedures = AppRouter["_def"]["record"];

/** The facts of each refusal, by its code. */
export type Facts = FactsByCode & { INTERNAL: Record<string, never> };

/** A code that a call may be refused with; `INTERNAL` for a fault of the server. */
export type Code = keyof Facts;

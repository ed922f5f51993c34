import type { ErrorCode } from "@rubric/domain/errors";
import type { Permission } from "@rubric/domain/permissions";
import type { RateClass } from "./rate-limit.ts";

/** What each procedure says of itself; the census and the matrix read it from the router. */
export type Meta = {
  permission: Permission;
  errors: readonly ErrorCode[];
  rate: RateClass;
  key: "required" | "none" | "query";
} & Lifetime;

/** From which release to which a procedure is there, and from which on it should not be used. */
export type Lifetime = { since?: string; deprecated?: string; sunset?: string };

/** Of a procedure's options, what they say of its lifetime. */
export function lifetimeOf({ since, deprecated, sunset }: Lifetime): Lifetime {
  return {
    ...(since === undefined ? {} : { since }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(sunset === undefined ? {} : { sunset }),
  };
}

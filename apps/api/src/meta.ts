import type { ErrorCode } from "@rubric/domain/errors";
import type { Permission } from "@rubric/domain/permissions";
import type { RateClass } from "./rate-limit.ts";

/** What each procedure says of itself; the census and the matrix read it from the router. */
export type Meta = {
  permission: Permission;
  errors: readonly ErrorCode[];
  rate: RateClass;
  key: "required" | "none" | "query";
};

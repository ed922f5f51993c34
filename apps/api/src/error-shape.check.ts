import type { inferRouterError } from "@trpc/server";
import type { ErrorData } from "./refusal.ts";
import type { AppRouter } from "./router.ts";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Does not compile unless clients see our own error data, code by code. */
export const clientsSeeOurErrors: Same<
  Omit<inferRouterError<AppRouter>["data"], "httpStatus">,
  ErrorData
> = true;

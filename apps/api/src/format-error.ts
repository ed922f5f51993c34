import { Refused } from "@rubric/domain/errors";
import type { TRPCDefaultErrorShape, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { ZodError } from "zod";
import type { Context } from "./context.ts";
import { type ErrorData, errorData, skewError } from "./refusal.ts";

export type ErrorShape = {
  code: TRPCDefaultErrorShape["code"];
  message: string;
  data: ErrorData & { httpStatus: number };
};

/**
 * An error as it is sent. A procedure that is not here and an input that cannot be read are no
 * error of a person's where client and server have different contracts in that procedure.
 */
export function formatError(
  error: TRPCError,
  ctx: Context | undefined,
  path: string | undefined,
): ErrorShape {
  const requestId = ctx?.caller.request.origin.requestId ?? "";
  const failure = failureOf(error);
  const skew =
    failure === null || path === undefined ? null : ctx?.contract.skewBehind(path, failure);
  if (skew == null) return shapeOf(error, errorData(error, requestId));
  if (failure === "unreadable") {
    return shapeOf(error, { ...errorData(error, requestId), skew });
  }
  const known = skewError(skew);
  return shapeOf(known, errorData(known, requestId));
}

function failureOf({ code, cause }: TRPCError): "missing" | "unreadable" | null {
  if (cause instanceof Refused) return null;
  if (code === "NOT_FOUND") return "missing";
  return code === "BAD_REQUEST" && cause instanceof ZodError ? "unreadable" : null;
}

function shapeOf(error: TRPCError, data: ErrorData): ErrorShape {
  return {
    code: TRPC_ERROR_CODES_BY_KEY[error.code],
    message: data.sentence,
    data: { ...data, httpStatus: getHTTPStatusCodeFromError(error) },
  };
}

import { z } from "zod";

const PgError = z.object({ code: z.string(), constraint_name: z.string().optional() });

function pgError(error: unknown): z.infer<typeof PgError> | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const found = PgError.safeParse(e);
    if (found.success && /^[0-9A-Z]{5}$/.test(found.data.code)) return found.data;
  }
  return null;
}

/** SQLSTATE of a database error, however deep it is wrapped; null for any other error. */
export function sqlState(error: unknown): string | null {
  return pgError(error)?.code ?? null;
}

/** The name of the constraint that was violated, or null. */
export function violatedConstraint(error: unknown): string | null {
  return pgError(error)?.constraint_name ?? null;
}

/** A serialization failure or a deadlock: the transaction may be tried again as it is. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === "40001" || state === "40P01";
}

/** Waited longer than `lock_timeout` for another transaction. */
export function isLockTimeout(error: unknown): boolean {
  return sqlState(error) === "55P03";
}

/** Not wrong itself: its transaction had failed before it was run. */
export function isAborted(error: unknown): boolean {
  return sqlState(error) === "25P02";
}

const Fatal = z.object({ severity: z.enum(["FATAL", "PANIC"]) });
/** What a statement fails with whose connection is gone, or is about to be. */
const Loss = z.union([
  Fatal,
  z.object({ code: z.literal("CONNECTION_CLOSED") }),
  // Of a statement's own socket: the library adds the statement.
  z.object({ syscall: z.string(), query: z.string() }),
]);

/** The server ended the connection, and said so. */
export function isFatal(error: unknown): boolean {
  return isAny(error, Fatal);
}

/** The connection of the statement is lost, and with it its transaction. */
export function isLoss(error: unknown): boolean {
  return isAny(error, Loss);
}

function isAny(error: unknown, shape: z.ZodType): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if (shape.safeParse(e).success) return true;
  }
  return false;
}

import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@rubric/api/router";
import { isAnswered } from "./errors.ts";

/**
 * Gives each command an idempotency key in `op.context.idempotencyKey`. The key of a command
 * whose outcome is unknown (no answer came) is used again when the same input is sent once more,
 * and two that are under way at once share it: one intention has one effect.
 * A key that the caller brought in the context stays. Commands with the context `keyless` (sign-in, sign-out, redeeming a link) get none.
 */
export function commandKeyLink(newKey: () => string): TRPCLink<AppRouter> {
  return () => {
    const open = new Map<string, string>();
    return ({ op, next }) => {
      const { keyless, idempotencyKey } = op.context;
      if (op.type !== "mutation" || keyless === true || typeof idempotencyKey === "string")
        return next(op);
      const intention = `${op.path}\n${JSON.stringify(op.input)}`;
      const key = open.get(intention) ?? newKey();
      open.set(intention, key);
      return observable((observer) =>
        next({ ...op, context: { ...op.context, idempotencyKey: key } }).subscribe({
          next: (value) => {
            open.delete(intention);
            observer.next(value);
          },
          error: (error) => {
            if (isAnswered(error)) open.delete(intention);
            observer.error(error);
          },
          complete: () => observer.complete(),
        }),
      );
    };
  };
}

import { RubricError, RubricNoAnswerError, RubricSkewError } from "../errors.ts";
import { harmless } from "./text.ts";

/** The command was not used as it is meant to be. */
export class BadUse extends Error {
  override readonly name = "BadUse";
}

/** What a program that runs the command line can tell its failures by. */
export const EXIT = { refused: 1, badUse: 2, unreachable: 3, skew: 4 } as const;

/** The exit code of a failure, and what a person is told. */
export function failureOf(error: unknown): { code: number; text: string } {
  if (error instanceof BadUse) return { code: EXIT.badUse, text: lines(error.message.split("\n")) };
  if (error instanceof RubricSkewError) {
    const { message, requestId } = error;
    return { code: EXIT.skew, text: lines([message, ...fieldsOf(error), request(requestId)]) };
  }
  if (error instanceof RubricNoAnswerError) {
    const { idempotencyKey: key, message, cause, status } = error;
    const why = status === null ? whyOf(cause) : `HTTP ${status}`;
    const again =
      key === null ? null : `To repeat it without doing it twice: --idempotency-key ${key}`;
    return { code: EXIT.unreachable, text: lines([message, why, again]) };
  }
  if (error instanceof RubricError) {
    const fields = fieldsOf(error);
    const { message, lift, code, requestId } = error;
    return {
      code: EXIT.refused,
      text: lines([message, ...fields, lift, code, request(requestId)]),
    };
  }
  return { code: EXIT.refused, text: lines([error instanceof Error ? error.message : "Failed."]) };
}

function whyOf(cause: unknown): string | null {
  const deepest =
    cause instanceof Error && cause.cause instanceof Error ? whyOf(cause.cause) : null;
  return deepest ?? (cause instanceof Error && cause.message !== "" ? cause.message : null);
}

function fieldsOf({ fields }: Pick<RubricError, "fields">): string[] {
  return Object.entries(fields).map(([field, what]) => `${field}: ${what}`);
}

function request(id: string | null): string | null {
  return id === null ? null : `Request ${id}`;
}

function lines(parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null);
  return said.map((part) => `${harmless(part)}\n`).join("");
}

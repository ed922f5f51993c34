import type { Code, Facts } from "./api-types.ts";
import type { Method } from "./types.ts";

/** What the server says of a refusal. */
export type Refusal = {
  code: string;
  kind: string;
  sentence: string;
  lift: string | null;
  law: number | null;
  facts: Record<string, unknown>;
  fields: Record<string, string>;
  requestId: string | null;
  httpStatus: number | null;
  skew: Skew | null;
};

/** Which of both is older, and in which procedure they differ. */
export type Skew = { kind: "client-outdated" | "server-behind"; procedure: string };

/** The server refused the call, and changed nothing. Its message is a sentence for people. */
export class RubricError<C extends Code = Code> extends Error {
  override readonly name = "RubricError";
  readonly code: C;
  /** What the sentence speaks of, by the code. */
  readonly facts: Facts[C];
  /** `input`, `unauthenticated`, `forbidden`, `not_found`, `conflict`, `rule`, `too_many` or `internal`. */
  readonly kind: string;
  /** What would lift the refusal. */
  readonly lift: string | null;
  /** The law of the product's design that it keeps. */
  readonly law: number | null;
  /** Path in the input → what is wrong there. */
  readonly fields: Readonly<Record<string, string>>;
  readonly procedure: string;
  readonly status: number | null;
  readonly requestId: string | null;

  constructor(code: C, facts: Facts[C], procedure: string, refusal: Refusal) {
    super(refusal.sentence);
    this.code = code;
    this.facts = facts;
    this.kind = refusal.kind;
    this.lift = refusal.lift;
    this.law = refusal.law;
    this.fields = refusal.fields;
    this.procedure = procedure;
    this.status = refusal.httpStatus;
    this.requestId = refusal.requestId;
  }
}

/** Client and server are of two releases that differ in this procedure; nothing was changed. */
export class RubricSkewError extends Error {
  override readonly name = "RubricSkewError";
  /** Which of both is the older one. */
  readonly kind: Skew["kind"];
  /** What to do about it. */
  readonly advice: string;
  readonly procedure: string;
  readonly requestId: string | null;
  /** Path in the input → what the server could not read there; empty where it did not look. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(skew: Skew, { requestId, fields }: Pick<Refusal, "requestId" | "fields">) {
    const outdated = skew.kind === "client-outdated";
    const advice = outdated
      ? "Update the client: install the @rubric/client of the server's release."
      : "The server is the older one, as during a deploy: try again in a few seconds.";
    super(
      `${skew.procedure} is not the same here and on the server${outdated ? ", which is newer" : ""}. ${advice}`,
    );
    this.kind = skew.kind;
    this.advice = advice;
    this.procedure = skew.procedure;
    this.requestId = requestId;
    this.fields = fields;
  }
}

/** Why no answer came: nobody there, nobody in time, or something that is not Rubric's API. */
export type Silence = "unreachable" | "timeout" | "unreadable";

const SILENCE: Record<Silence, string> = {
  unreachable: "The server could not be reached.",
  timeout: "The server did not answer in time.",
  unreadable: "What answered is not Rubric's API.",
};

/** No answer came, so that nobody knows here whether a command was done. */
export class RubricNoAnswerError extends Error {
  override readonly name = "RubricNoAnswerError";
  readonly reason: Silence;
  readonly procedure: string;
  /** How many times the call was sent. */
  readonly attempts: number;
  /** The key to repeat the command with; null for a query or a command that takes none. */
  readonly idempotencyKey: string | null;
  /** The HTTP status, where something answered. */
  readonly status: number | null;

  constructor(
    reason: Silence,
    of: Pick<RubricNoAnswerError, "procedure" | "attempts" | "idempotencyKey" | "status">,
    cause: unknown,
  ) {
    super(SILENCE[reason], { cause });
    this.reason = reason;
    this.procedure = of.procedure;
    this.attempts = of.attempts;
    this.idempotencyKey = of.idempotencyKey;
    this.status = of.status;
  }
}

/** A refusal by one of these codes; told apart by `code`, with the facts of each. */
export type RubricErrorOf<C extends Code> = { [One in C]: RubricError<One> }[C];

/** Whether the server refused a call; with a code, whether with that one. */
export function isRubricError<C extends Code = Code>(
  error: unknown,
  code?: C,
): error is RubricErrorOf<C> {
  return error instanceof RubricError && (code === undefined || error.code === code);
}

/** Whether it is a refusal of this procedure: then its codes can be told apart without a rest. */
export function isRefusalOf<C extends Code>(
  method: Method<C>,
  error: unknown,
): error is RubricErrorOf<C> {
  return error instanceof RubricError && error.procedure === method.path;
}

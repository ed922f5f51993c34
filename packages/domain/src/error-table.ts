/**
 * What kind of refusal it is: the HTTP status follows from it. `input` 400, `unauthenticated` 401,
 * `forbidden` 403, `not_found` 404, `conflict` 409 (the state now met), `rule` 422, `too_many` 429,
 * `outdated` 412 (the client is of an older release), `behind` 503 (this server is).
 */
export type ErrorKind =
  | "input"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "rule"
  | "too_many"
  | "outdated"
  | "behind";

export type ErrorRow<Facts> = {
  kind: ErrorKind;
  /** The law of the product's design that the refusal keeps. */
  law?: number;
  /** The sentence for people. */
  say: (facts: Facts) => string;
  /** What would lift the refusal. */
  lift?: string | ((facts: Facts) => string);
};

export type NoFacts = Record<string, never>;

/** Gives one row of the error table its type. */
export function error<Facts = NoFacts>(row: ErrorRow<Facts>): ErrorRow<Facts> {
  return row;
}

import type { Code } from "./api-types.ts";
import { isRefusalOf, isRubricError, type RubricErrorOf } from "./errors.ts";
import type { Input, Output, RubricClient } from "./types.ts";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Has<Type, Key extends string> = Key extends keyof Type ? true : false;
type IsAny<Type> = 0 extends 1 & Type ? true : false;
type Row<Pages> = Pages extends (...given: never) => AsyncGenerator<infer One> ? One : never;
type Own<M> = M extends { readonly refusals?: infer C } ? NonNullable<C> : never;

type Add = RubricClient["candidate"]["add"];
type List = RubricClient["job"]["list"];

/** Does not compile unless inputs and outputs are the router's. */
export const inputsAndOutputs: [
  IsAny<Input<Add>>,
  Has<Input<Add>, "jobId">,
  Has<Input<Add>, "jbId">,
  IsAny<Output<Add>>,
  Same<Output<Add>, { applicationId: string; candidateId: string }>,
] = [false, true, false, false, true];

/** Does not compile unless each procedure has what its kind has, and nothing else. */
export const kinds: [
  Has<Add, "mutate">,
  Has<Add, "query">,
  Has<List, "pages">,
  Has<RubricClient["job"]["show"], "pages">,
  Has<RubricClient["candidate"], "burn">,
] = [true, false, true, false, false];

/** Does not compile unless a page's row is the row's own type. */
export const rows: [IsAny<Row<List["pages"]>>, Has<Row<List["pages"]>, "openings">] = [false, true];

type Skips = Own<RubricClient["debrief"]["skip"]>;
type Always = "NOT_FOUND" | "TOO_MANY" | "INTERNAL";

/** Does not compile unless a procedure's refusals are what it declares and what any may answer. */
export const refusals: [
  Same<Extract<Skips, "DEBRIEF_REQUIRED" | Always>, "DEBRIEF_REQUIRED" | Always>,
  Same<Extract<Skips, "HEADCOUNT" | "SLUG_TAKEN">, never>,
  Same<Code, Skips>,
] = [true, true, false];

/** An empty input may be left out. */
export function isAskedWithout(
  rubric: RubricClient,
): Promise<Output<RubricClient["identity"]["me"]>> {
  return rubric.identity.me.query();
}

/** A code narrows the facts. */
export function factsOf(error: unknown): number | null {
  if (isRubricError(error, "QUORUM_NOT_MET")) return error.facts.needed - error.facts.counted;
  if (isRubricError(error) && error.code === "TOO_MANY") return error.facts.seconds;
  return null;
}
type Quorum = RubricErrorOf<"QUORUM_NOT_MET">["facts"];
export const facts: [IsAny<Quorum>, Has<Quorum, "needed">, Has<Quorum, "seconds">] = [
  false,
  true,
  false,
];

/** A procedure narrows the codes. */
export function codeOf(rubric: RubricClient, error: unknown) {
  return isRefusalOf(rubric.offer.send, error) ? error.code : null;
}
type Sends = NonNullable<ReturnType<typeof codeOf>>;
export const codes: [Has<Record<Sends, 0>, "HEADCOUNT">, Has<Record<Sends, 0>, "SLUG_TAKEN">] = [
  true,
  false,
];

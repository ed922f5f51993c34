import type { Code } from "./api-types.ts";
import type { RubricErrorOf } from "./errors.ts";
import { isRefusalOf, isRubricError } from "./errors.ts";
import type { RubricClient } from "./types.ts";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type IsAny<Type> = 0 extends 1 & Type ? true : false;
type Row<Pages> = Pages extends (...given: never[]) => AsyncGenerator<infer One> ? One : never;
type Own<M> = M extends { readonly refusals?: infer C } ? NonNullable<C> : never;

/** Does not compile unless inputs and outputs are the router's. */
export async function callsAreTyped(rubric: RubricClient, jobId: string): Promise<void> {
  const added = await rubric.candidate.add.mutate({
    jobId,
    name: "Ada",
    email: "ada@people.test",
    phone: "",
    headline: "",
    links: [],
    uploadId: null,
  });
  const untyped: IsAny<typeof added> = false;
  const applicationId: string = added.applicationId;
  // @ts-expect-error -- a field is misspelled
  await rubric.application.show.query({ aplicationId: applicationId });
  // @ts-expect-error -- a command is not asked as a query
  void rubric.candidate.add.query;
  // @ts-expect-error -- there is no such procedure
  void rubric.candidate.burn;
  // @ts-expect-error -- it answers in one piece
  void rubric.job.show.pages;
  await rubric.identity.me.query();
  void untyped;
}

/** A row of a page is the row's own type. */
export const rowsAreTyped: [
  IsAny<Row<RubricClient["job"]["list"]["pages"]>>,
  Row<RubricClient["job"]["list"]["pages"]>["title"],
] = [false, "Backend Engineer"];

type Skips = Own<RubricClient["debrief"]["skip"]>;

/** A procedure's refusals are what it declares and what any may answer; no other feature's. */
export const refusalsAreItsOwn: [
  Same<
    Extract<Skips, "DEBRIEF_REQUIRED" | "NOT_FOUND" | "INTERNAL">,
    "DEBRIEF_REQUIRED" | "NOT_FOUND" | "INTERNAL"
  >,
  Same<Extract<Skips, "HEADCOUNT" | "SLUG_TAKEN">, never>,
  Same<Code, Skips>,
] = [true, true, false];

/** Narrowing by a code gives its facts, and by a procedure leaves no code of another. */
export function refusalsNarrow(rubric: RubricClient, error: unknown): string {
  if (isRubricError(error, "QUORUM_NOT_MET")) {
    const needed: number = error.facts.needed;
    // @ts-expect-error -- it has no such fact
    return `${needed} ${error.facts.nobody}`;
  }
  if (isRubricError(error)) {
    if (error.code === "TOO_MANY") return error.facts.seconds.toFixed();
    const every: RubricErrorOf<Code> = error;
    return every.message;
  }
  if (isRefusalOf(rubric.offer.send, error)) {
    if (error.code === "HEADCOUNT") return JSON.stringify(error.facts);
    // @ts-expect-error -- another procedure's refusal
    return error.code === "SLUG_TAKEN" ? "" : error.message;
  }
  return "";
}

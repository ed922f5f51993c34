import type { AlwaysPossible, Code, Procedures } from "./api-types.ts";
import type { PAGES } from "./contract.generated.ts";

/** How one call is made; what is left out is as the client was created. */
export type CallOptions = {
  /** Ends the call, and its retries, with the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds that one attempt may take. */
  timeoutMs?: number;
  /** How many times the call may be sent again. */
  retries?: number;
};

export type CommandOptions = CallOptions & {
  /** One's own, to repeat a command whose outcome is unknown; made for each call unless given. */
  idempotencyKey?: string;
};

/** What tRPC's procedures and the packed declarations both say. */
type Procedure = {
  _def: {
    type: "query" | "mutation" | "subscription";
    $types: { input: unknown; output: unknown };
  };
};
type InputOf<P extends Procedure> = P["_def"]["$types"]["input"];
type OutputOf<P extends Procedure> = P["_def"]["$types"]["output"];
type CodesOf<P> =
  | AlwaysPossible
  | (P extends { readonly declares?: infer Declared } ? Extract<Declared, Code> : never);

/** An input that may be empty may be left out. */
type Given<I, Options> =
  Record<never, never> extends I ? [input?: I, options?: Options] : [input: I, options?: Options];

type RowOf<Output, Items extends string> =
  Output extends Record<Items, readonly (infer Row)[]> ? Row : never;

/** A procedure, with the codes that it may be refused with. */
export interface Method<C extends Code> {
  /** Its name in the contract, for example `job.list`. */
  readonly path: string;
  /** A type alone; never there. */
  readonly refusals?: C;
}

interface QueryMethod<P extends Procedure> extends Method<CodesOf<P>> {
  query: (...given: Given<InputOf<P>, CallOptions>) => Promise<OutputOf<P>>;
}

interface CommandMethod<P extends Procedure> extends Method<CodesOf<P>> {
  mutate: (...given: Given<InputOf<P>, CommandOptions>) => Promise<OutputOf<P>>;
}

interface PagedMethod<P extends Procedure, Items extends string> extends QueryMethod<P> {
  /** The rows of all pages from the input's cursor on; a page is fetched when its rows are asked for. */
  pages: (
    ...given: Given<InputOf<P>, CallOptions>
  ) => AsyncGenerator<RowOf<OutputOf<P>, Items>, void, undefined>;
}

type MethodAt<P extends Procedure, Path extends string> = P["_def"]["type"] extends "mutation"
  ? CommandMethod<P>
  : Path extends keyof typeof PAGES
    ? PagedMethod<P, (typeof PAGES)[Path]["items"]>
    : QueryMethod<P>;

type Calls<Node, Before extends string = ""> = {
  readonly [Key in keyof Node & string]: Node[Key] extends Procedure
    ? MethodAt<Node[Key], `${Before}${Key}`>
    : Calls<Node[Key], `${Before}${Key}.`>;
};

/** All procedures of the API, as functions. */
export interface RubricClient extends Calls<Procedures> {}

/** What a procedure takes, for example `Input<RubricClient["candidate"]["add"]>`. */
export type Input<M extends Method<Code>> = M extends {
  mutate: (...given: infer Arguments) => unknown;
}
  ? NonNullable<Arguments[0]>
  : M extends { query: (...given: infer Arguments) => unknown }
    ? NonNullable<Arguments[0]>
    : never;

/** What a procedure answers. */
export type Output<M extends Method<Code>> = M extends {
  mutate: (...given: never) => Promise<infer O>;
}
  ? O
  : M extends { query: (...given: never) => Promise<infer O> }
    ? O
    : never;

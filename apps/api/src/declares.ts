/** What a procedure's type says of the refusals that it declared; nothing at run time. */
export interface Declares<Code extends string> {
  readonly declares?: Code;
}

/** Lets a procedure's type carry the codes that it may answer with, so that clients infer them. */
export function declaring<const E extends readonly string[]>(_errors: E) {
  return <P extends object>(procedure: P): P & Declares<E[number]> => procedure;
}

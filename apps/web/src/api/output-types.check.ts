import type { AppRouter } from "@rubric/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;
type IsAny<Type> = 0 extends 1 & Type ? true : false;
type Untyped = {
  [Feature in keyof Outputs]: {
    [Verb in keyof Outputs[Feature]]: IsAny<Outputs[Feature][Verb]> extends true
      ? [Feature, Verb]
      : never;
  }[keyof Outputs[Feature]];
}[keyof Outputs];

/** Does not compile while the output of any procedure has lost its type; the error names it. */
export const everyOutputIsTyped: [Untyped] extends [never] ? true : Untyped = true;

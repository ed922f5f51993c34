export { createRubricClient } from "./client.ts";
export { CONTRACT } from "./contract.generated.ts";
export {
  isRefusalOf,
  isRubricError,
  RubricError,
  type RubricErrorOf,
  RubricNoAnswerError,
  RubricSkewError,
} from "./errors.ts";
export type { Connection } from "./send.ts";
export type { CallOptions, CommandOptions, Input, Output, RubricClient } from "./types.ts";

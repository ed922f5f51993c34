import type { Row } from "./states.ts";
import { FAIRNESS_ROWS } from "./states-fairness.ts";
import { POLICY_ROWS } from "./states-policy.ts";

/** The rows of features that keep theirs in a file of their own. */
export const FEATURE_ROWS: readonly Row[] = [...POLICY_ROWS, ...FAIRNESS_ROWS];

import type { Period } from "./due.ts";

/** A deadline of this length begins. */
export type BeginDeadline = { effect: "begin_deadline"; facts: Period };

import type { Transforms } from "@rubric/contract/handshake";

/** Released contract → procedure → how its clients are still served after a breaking change. */
export const TRANSFORMS: Transforms = {};

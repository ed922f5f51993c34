import { type Mark, readMark } from "@rubric/contract/handshake";

/** The contract that this build of the pages was made for; null outside of a build. */
export const ownMark: Mark | null = readMark(process.env.RUBRIC_CONTRACT);

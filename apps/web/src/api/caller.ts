import { CONTRACT_HEADER, writeMark } from "@rubric/contract/handshake";
import { ownMark } from "../skew/env.ts";

/** On whose behalf a page calls: a member of an organization, a candidate by their link, or nobody. */
export interface Caller {
  /** The organization's slug; null where there is none, or where the input names it. */
  org: string | null;
  /** The secret of a candidate's own page. */
  candidateLink?: string;
}

/** The headers that say so, and for which contract these pages were made. */
export function callerHeaders({ org, candidateLink }: Caller): Record<string, string> {
  return {
    ...(ownMark === null ? {} : { [CONTRACT_HEADER]: writeMark(ownMark) }),
    ...(org === null ? {} : { "x-org": org }),
    ...(candidateLink === undefined ? {} : { "x-candidate-link": candidateLink }),
  };
}

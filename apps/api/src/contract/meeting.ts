import {
  type Handshake,
  type Mark,
  type Meeting,
  readMark,
  type Skew,
} from "@rubric/contract/handshake";
import type { Metrics } from "../metrics.ts";
import type { UsageNotes } from "./usage.ts";

/** What a request's contract means for each call that it carries. */
export type RequestContract = {
  /** What becomes of a call, counted and noted. */
  meet: (procedure: string) => Meeting;
  /** Which side is older, where a call failed as only a call of another contract fails; counted. */
  skewBehind: (procedure: string, failure: "missing" | "unreadable") => Skew | null;
};

/** Of a caller that goes by no contract, and of a route that is no procedure. */
export const UNNAMED: RequestContract = {
  meet: () => ({ verdict: "unnamed" }),
  skewBehind: () => null,
};

/** Opens one request's `x-contract`. */
export function contractsOf(handshake: Handshake, metrics: Metrics, usage: UsageNotes) {
  const count = (procedure: string, verdict: string) =>
    metrics.skew.inc({
      procedure: handshake.hasProcedure(procedure) ? procedure : "unknown",
      verdict,
    });
  return (header: string | null): RequestContract => {
    const mark = readMark(header);
    return {
      meet: (procedure) => {
        const meeting = handshake.meet(mark, procedure);
        if (mark === null) return meeting;
        if (handshake.knows(mark.contractId)) usage.note(mark.contractId, procedure, new Date());
        if (mark.contractId !== handshake.own.contractId) count(procedure, meeting.verdict);
        return meeting;
      },
      skewBehind: (procedure, failure) => {
        const skew = differing(handshake, mark, procedure, failure);
        if (skew !== null) count(procedure, failure);
        return skew;
      },
    };
  };
}

/** A call that its own contract allows fails only where the two contracts differ in it. */
function differing(
  handshake: Handshake,
  mark: Mark | null,
  procedure: string,
  failure: "missing" | "unreadable",
): Skew | null {
  if (mark === null || mark.contractId === handshake.own.contractId) return null;
  const same = handshake.meet(mark, procedure).verdict === "same";
  if (failure === "unreadable" && same) return null;
  const younger = mark.releasedAt > handshake.own.releasedAt;
  return { kind: younger ? "server-behind" : "client-outdated", procedure };
}

import { describe, expect, it } from "vitest";
import { whyNotAnswerException, whyNotAskException } from "./exception-rules.ts";
import type { OfferState } from "./schemas.ts";

type Exception = Parameters<typeof whyNotAnswerException>[0];
const ASKED: Exception = { state: "asked", authorId: "ada", askedBy: "bo", fits: true };

describe("law 8: an exception is asked for", () => {
  it.each<[OfferState, Exception[], boolean, string]>([
    ["draft", [], true, "ok"],
    ["pending", [{ ...ASKED, state: "refused" }], true, "ok"],
    ["approved", [], true, "ok"],
    ["draft", [], false, "EXCEPTION_NEEDLESS"],
    ["draft", [ASKED], true, "EXCEPTION_STATE"],
    ["sent", [], true, "OFFER_STATE"],
  ])("on one that is %s, with %j, needed %s: %s", (state, others, needed, expected) => {
    expect(whyNotAskException(state, others, needed)?.code ?? "ok").toBe(expected);
  });
});

describe("law 8: an exception is answered by somebody else", () => {
  it.each<[string, Partial<Exception>, string, boolean, string]>([
    ["approves it", {}, "cy", true, "ok"],
    ["approves what changed since", { fits: false }, "cy", true, "EXCEPTION_STALE"],
    ["refuses what changed since", { fits: false }, "cy", false, "ok"],
    ["wrote the offer", {}, "ada", true, "EXCEPTION_OWN"],
    ["asked for it", {}, "bo", false, "EXCEPTION_OWN"],
    ["comes second", { state: "refused" }, "cy", true, "EXCEPTION_STATE"],
  ])("who %s", (_name, changed, actorId, approve, expected) => {
    const denial = whyNotAnswerException({ ...ASKED, ...changed }, actorId, approve);
    expect(denial?.code ?? "ok").toBe(expected);
  });
});

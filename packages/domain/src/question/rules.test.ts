import { describe, expect, it } from "vitest";
import { whyNotCompetency, whyNotRest, whyNotUpdate, whyNotWake, whyNotWithdraw } from "./rules.ts";

describe("law 6: a question that is asked stays as it is", () => {
  it.each([
    [{ withdrawn: false, jobs: 0 }, null, null],
    [{ withdrawn: false, jobs: 1 }, "QUESTION_IN_USE", null],
    [{ withdrawn: false, jobs: 7 }, "QUESTION_IN_USE", null],
    [{ withdrawn: true, jobs: 0 }, "QUESTION_WITHDRAWN", "QUESTION_WITHDRAWN"],
    [{ withdrawn: true, jobs: 1 }, "QUESTION_WITHDRAWN", "QUESTION_WITHDRAWN"],
  ])("%j: changed %s, withdrawn %s", (question, changed, withdrawn) => {
    expect(whyNotUpdate(question)?.code ?? null).toBe(changed);
    expect(whyNotWithdraw(question)?.code ?? null).toBe(withdrawn);
  });
});

describe("what a question asks about", () => {
  it.each([
    ["incidents", null],
    ["juggling", "COMPETENCY_UNKNOWN"],
  ])("%s: %s", (key, code) => {
    expect(whyNotCompetency([{ key: "incidents" }], key)?.code ?? null).toBe(code);
  });
});

describe("law 6: a question that rests", () => {
  const days = (until: string) => ({ until, today: "2026-06-01" });
  it.each([
    [{ withdrawn: false, resting: false }, "2026-06-02", null, "QUESTION_AWAKE"],
    [{ withdrawn: false, resting: false }, "2026-06-01", "REST_OVER", "QUESTION_AWAKE"],
    [{ withdrawn: false, resting: true }, "2026-06-02", "QUESTION_RESTING", null],
    [{ withdrawn: true, resting: false }, "2026-06-02", "QUESTION_WITHDRAWN", "QUESTION_WITHDRAWN"],
    [{ withdrawn: true, resting: true }, "2026-06-02", "QUESTION_WITHDRAWN", "QUESTION_WITHDRAWN"],
  ])("%j until %s: rests %s, woken %s", (question, until, rests, woken) => {
    expect(whyNotRest(question, days(until))?.code ?? null).toBe(rests);
    expect(whyNotWake(question)?.code ?? null).toBe(woken);
  });
});

import { describe, expect, it } from "vitest";
import { hrefOf, inputOf, noFilters, readFilters, whyNotSpan } from "./filters.ts";

describe("the filters of the audit trail", () => {
  it("are read from the address and written to it without loss", () => {
    const filters = {
      actor: "a",
      action: "job.open",
      subject: null,
      from: "2026-02-01",
      to: "2026-02-28",
      before: 51,
    };
    const { searchParams } = new URL(hrefOf("acme", filters), "http://x");
    expect(readFilters(Object.fromEntries(searchParams))).toEqual(filters);
    expect(hrefOf("acme", noFilters)).toBe("/o/acme/audit");
  });

  it("leave out what makes no sense", () => {
    const params = { from: "2026-02-31", to: "yesterday", before: "-1", actor: ["a", "b"] };
    expect(readFilters(params)).toEqual(noFilters);
  });

  it("include the last day whole", () => {
    expect(inputOf({ ...noFilters, from: "2026-02-28", to: "2026-02-28" })).toMatchObject({
      from: "2026-02-28T00:00:00.000Z",
      to: "2026-03-01T00:00:00.000Z",
    });
  });

  it("say that a first day after the last spans nothing", () => {
    expect(whyNotSpan({ from: "2026-03-01", to: "2026-02-28" })).toContain("after the last");
    expect(whyNotSpan({ from: "2026-02-28", to: "2026-02-28" })).toBeNull();
    expect(whyNotSpan({ from: "2026-02-28", to: null })).toBeNull();
    expect(whyNotSpan({ from: null, to: "2026-02-28" })).toBeNull();
  });
});

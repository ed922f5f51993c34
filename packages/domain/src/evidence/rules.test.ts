import { describe, expect, it } from "vitest";
import { LIMITS } from "../limits.ts";
import { whyNotAddEvidence, whyNotHoldFile, whyNotRemoveEvidence } from "./rules.ts";
import { AddEvidenceInput } from "./schemas.ts";

const ID = "0190a0a0-0000-7000-8000-000000000000";
const link = {
  kind: "link",
  url: "https://example.com/",
  uploadId: null,
  figureId: null,
  day: "2026-11-10",
} as const;
const none = { today: "2026-11-18", unknown: [] };

describe("whyNotAddEvidence", () => {
  it.each([
    ["a link", link, none, null],
    ["a link of today", { ...link, day: none.today }, none, null],
    ["a link without its address", { ...link, url: null }, none, "url"],
    ["a link with a file", { ...link, uploadId: ID }, none, "uploadId"],
    ["a file", { ...link, kind: "file", url: null, uploadId: ID } as const, none, null],
    ["a file without one", { ...link, kind: "file", url: null } as const, none, "uploadId"],
    ["a metric", { ...link, kind: "metric", url: null, figureId: ID } as const, none, null],
    ["a metric with a link", { ...link, kind: "metric", figureId: ID } as const, none, "url"],
    ["what is yet to come", { ...link, day: "2026-11-19" }, none, "day"],
    ["an unknown competency", link, { ...none, unknown: ["magic"] }, "competencies"],
  ])("%s", (_name, parts, of, field) => {
    const denial = whyNotAddEvidence(parts, of);
    const fields = denial?.code === "EVIDENCE_PART" ? Object.keys(denial.facts.fields) : [];
    expect(fields).toEqual(field === null ? [] : [field]);
  });
});

describe("whyNotHoldFile", () => {
  const { evidenceBytes } = LIMITS;
  it.each([
    ["what just fits", { held: evidenceBytes - 10, size: 10 }, null],
    ["a byte more", { held: evidenceBytes - 10, size: 11 }, "EVIDENCE_FULL"],
  ])("%s", (_name, of, code) => {
    expect(whyNotHoldFile(of, LIMITS)?.code ?? null).toBe(code);
  });
});

describe("whyNotRemoveEvidence", () => {
  it.each([
    ["what is there", false, null],
    ["what is removed", true, "EVIDENCE_REMOVED"],
  ])("%s", (_name, removed, code) => {
    expect(whyNotRemoveEvidence({ removed })?.code ?? null).toBe(code);
  });
});

describe("the address of a link", () => {
  const of = (url: string) =>
    AddEvidenceInput.safeParse({
      memberId: ID,
      title: "A title",
      note: "",
      competencies: ["sql"],
      ...link,
      url,
    }).success;

  it.each(["https://example.com/a?b=c#d", "http://wiki.internal/page", "https://example.com/@me"])(
    "may be %s",
    (url) => {
      expect(of(url)).toBe(true);
    },
  );

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.com/",
    "//example.com",
    "example.com",
    "https://user:secret@example.com/",
    "https://user@example.com/",
    "https:user:secret@example.com/",
    String.raw`https:\\user:secret@example.com/`,
    "ht\ntps://example.com/",
    "",
  ])("is never %s", (url) => {
    expect(of(url)).toBe(false);
  });
});

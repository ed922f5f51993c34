import { NO_STATEMENTS } from "@rubric/domain/job/schemas";
import { expect, test } from "vitest";
import { jobPosting, scriptJson } from "./job-posting.ts";
import { blocksOf } from "./post-blocks.ts";

test("a post's text becomes headings, paragraphs and lists", () => {
  expect(blocksOf("# The work\nYou keep\nthe ledger.\n\n- one\r\n- two\n\n\n* three")).toEqual([
    { kind: "heading", text: "The work" },
    { kind: "paragraph", text: "You keep\nthe ledger." },
    { kind: "list", items: ["one", "two"] },
    { kind: "list", items: ["three"] },
  ]);
});

test("what machines read is what people read, and it cannot leave its element", () => {
  const posting = jobPosting({
    organization: { name: "</script><script>alert(1)</script>", slug: "acme" },
    timeZone: "UTC",
    prepare: true,
    steps: [],
    post: {
      jobSlug: "backend",
      jobId: "j",
      postId: "p",
      title: "Backend Engineer",
      team: "Payments",
      employmentType: "full_time",
      locations: ["DE-BE", "FR"],
      workplace: "hybrid",
      pay: { minMinor: 6_500_000, maxMinor: 8_500_050, currency: "EUR" },
      closingDate: "2026-12-01",
      publishedAt: "2026-11-01T10:00:00.000Z",
      body: "<b>Hello</b>",
      privacyNotice: "",
      questions: [],
      statements: NO_STATEMENTS,
    },
  });
  expect(posting).toMatchObject({
    validThrough: "2026-12-01",
    description: "<p>&lt;b&gt;Hello&lt;/b&gt;</p>",
    baseSalary: { value: { minValue: 65_000, maxValue: 85_000.5, unitText: "YEAR" } },
    jobLocation: [
      { address: { addressCountry: "DE", addressRegion: "Berlin" } },
      { address: { addressCountry: "FR" } },
    ],
  });
  expect(scriptJson(posting)).not.toContain("</");
});

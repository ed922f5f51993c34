import { describe, expect, it } from "vitest";
import { whyNotResume } from "./check.ts";

const basics = { name: "Ada Lovelace", email: "ada@example.org" };
const work = (over: object) => ({ basics, work: [{ name: "Engines Ltd", ...over }] });
const filler = (bytes: number) => ({ basics, meta: { note: "x".repeat(bytes) } });
const around = JSON.stringify(filler(0)).length;

describe("a JSON Resume", () => {
  it.each<[string, unknown, string | null]>([
    ["with a name alone", { basics: { name: "Ada" } }, null],
    ["with work and a month", work({ startDate: "2023-04" }), null],
    ["of 500 kB", filler(500_000 - around), null],
    ["of one byte more", filler(500_001 - around), "the document is larger than 500 kB"],
    ["that is a list", [basics], "the document is not a JSON object"],
    ["that is nothing", null, "the document is not a JSON object"],
    ["that is a text", "basics", "the document is not a JSON object"],
    ["without basics", { work: [] }, "basics is missing"],
    [
      "with a wrong address",
      { basics: { email: "ada" } },
      "basics.email should be an e-mail address",
    ],
    ["with a number for a name", { basics: { name: 1 } }, "basics.name should be text"],
    ["with work that is no list", { basics, work: {} }, "work should be a list"],
    [
      "with a day that is none",
      work({ startDate: "April" }),
      "work.0.startDate should be a date such as 2023, 2023-04 or 2023-04-29",
    ],
    [
      "with a NUL in a text",
      { basics: { name: "A\u0000da" } },
      "basics.name holds a character that cannot be kept",
    ],
    [
      "with half of a character",
      { basics: { name: "A\ud83d" } },
      "basics.name holds a character that cannot be kept",
    ],
  ])("%s", (_name, document, expected) => {
    const denial = whyNotResume(document);
    if (denial !== null) expect(denial.code).toBe("RESUME_INVALID");
    const facts = denial?.code === "RESUME_INVALID" ? denial.facts : null;
    expect(facts && `${facts.field} ${facts.problem}`).toBe(expected);
  });
});

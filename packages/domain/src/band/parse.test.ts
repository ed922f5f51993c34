import { describe, expect, it } from "vitest";
import type { BandEntry } from "./document.ts";
import { emitBands } from "./emit.ts";
import { parseBands } from "./parse.ts";

const levels = ["engineer", "senior"];
const today = "2026-11-22";
const band: BandEntry = {
  level: "senior",
  region: "DE-BE",
  currency: "EUR",
  minMinor: 7_800_000,
  midMinor: 8_800_000,
  maxMinor: 9_800_000,
  effectiveFrom: "2027-01-01",
  example: 'Of a "mid-sized" company, 2026',
};
const junior = { ...band, level: "engineer", region: "", example: "" };
const head = "level,region,currency,minMinor,midMinor,maxMinor,effectiveFrom,example";

describe("a file of pay bands", () => {
  it.each(["yaml", "csv"] as const)("reads back as it was written: %s", (format) => {
    const parsed = parseBands(format, emitBands(format, [band, junior]), levels, today);
    expect(parsed).toEqual({ ok: true, bands: [band, junior] });
  });

  it.each([
    ["an unknown level", "boss,DE,EUR,1,2,3,2027-01-01,", 2, "bands[0].level"],
    ["an amount in words", "senior,DE,EUR,much,2,3,2027-01-01,", 2, "bands[0].minMinor"],
    ["a fraction", "senior,DE,EUR,1.5,2,3,2027-01-01,", 2, "bands[0].minMinor"],
    ["falling amounts", "senior,DE,EUR,3,2,1,2027-01-01,", 2, "bands[0].midMinor"],
    ["a day gone by", "senior,DE,EUR,1,2,3,2026-11-21,", 2, "bands[0].effectiveFrom"],
    ["no day", "senior,DE,EUR,1,2,3,soon,", 2, "bands[0].effectiveFrom"],
    ["a wrong region", "senior,Berlin,EUR,1,2,3,2027-01-01,", 2, "bands[0].region"],
    [
      "twice the same",
      "senior,DE,EUR,1,2,3,2027-01-01,\nsenior,DE,EUR,1,2,3,2027-01-01,",
      3,
      "bands[1].level",
    ],
    ["too few columns", "senior,DE,EUR,1,2,3,2027-01-01,\nsenior,DE", 3, "file"],
  ])("names the line and field of %s", (_name, rows, line, field) => {
    const parsed = parseBands("csv", `${head}\n${rows}\n`, levels, today);
    expect(parsed.ok ? null : { line: parsed.error.line, field: parsed.error.field }).toEqual({
      line,
      field,
    });
  });

  it.each([
    ["a day that no page can show", { effectiveFrom: "9999-12-31" }, "effectiveFrom"],
    ["an amount that no sum can hold", { maxMinor: 9_000_000_000_000_000 }, "maxMinor"],
    ["a NUL that no row can keep", { example: "a\u0000b" }, "example"],
  ])("refuses %s", (_name, changed, field) => {
    const text = `bands:\n  - ${JSON.stringify({ ...band, ...changed })}\n`;
    const parsed = parseBands("yaml", text, levels, today);
    expect(parsed).toMatchObject({ ok: false, error: { field: `bands[0].${field}` } });
  });

  it.each(["=HYPERLINK(0)", "+1", "-1", "@SUM(A1)", "'=1", "''+1", "'s own"])(
    "hands no formula to a spreadsheet, and reads back what it was: %s",
    (example) => {
      const text = emitBands("csv", [{ ...band, example }]);
      expect(text).not.toMatch(/(^|,)"?[=+\-@]/m);
      expect(parseBands("csv", text, levels, today)).toEqual({
        ok: true,
        bands: [{ ...band, example }],
      });
    },
  );

  it("names the first wrong place of a YAML file", () => {
    const text = emitBands("yaml", [band, { ...junior, level: "boss" }]);
    const parsed = parseBands("yaml", text, levels, today);
    const line = text.split("\n").findIndex((one) => one.includes("boss")) + 1;
    expect(parsed).toMatchObject({ ok: false, error: { line, field: "bands[1].level" } });
  });

  it.each([
    ["unknown", `${head},bonus\nsenior,DE,EUR,1,2,3,2027-01-01,,x`, "bonus"],
    ["missing", "level,region\nsenior,DE", "currency"],
    ["none", "", "file"],
  ])("names a column that is %s", (_name, text, field) => {
    const parsed = parseBands("csv", text, levels, today);
    expect(parsed).toMatchObject({ ok: false, error: { line: 1, field } });
  });
});

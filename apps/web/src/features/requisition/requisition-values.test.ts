import { expect, test } from "vitest";
import {
  GROUP,
  inputOf,
  type RequisitionValues,
  valuesOf,
  whatIsHalf,
} from "./requisition-values.ts";

const values: RequisitionValues = valuesOf(null, { frameworkId: "f", levelKey: "senior" });
const full = { name: "Finance", memberIds: ["m"], approvals: 1 };

test.each<[string, Partial<RequisitionValues>, string | null]>([
  ["what it starts with", {}, null],
  ["a whole band", { payMin: 1, payMax: 2 }, null],
  ["one end of a band", { payMin: 1 }, "Say both ends of the band, or neither."],
  [
    "a sign in place of an end",
    { payMin: 1, payMax: "-" },
    "Say both ends of the band, or neither.",
  ],
  ["people in each group", { groups: [full, full] }, null],
  [
    "a group of a name without people",
    { groups: [{ ...GROUP, name: "Finance" }] },
    "Name somebody in group 1, or remove it.",
  ],
  [
    "approvals without people",
    { groups: [{ ...GROUP, approvals: 3 }] },
    "Name somebody in group 1, or remove it.",
  ],
  [
    "a second group without people",
    { groups: [full, GROUP] },
    "Name somebody in group 2, or remove it.",
  ],
])("a requisition with %s", (_, changed, half) => {
  expect(whatIsHalf({ ...values, ...changed })).toBe(half);
});

test("of a job its own title holds, whatever was typed before", () => {
  expect(inputOf({ ...values, title: "x".repeat(200), jobId: "j" }, null).title).toBe("As the job");
  expect(inputOf({ ...values, title: "Platform Engineer" }, null).title).toBe("Platform Engineer");
});

test("amounts are sent in the smallest unit of their currency", () => {
  const band = (currency: string) =>
    inputOf({ ...values, payMin: 60_000, payMax: 80_000, currency }, null).band;
  expect(band("EUR")).toEqual({ minMinor: 6_000_000, maxMinor: 8_000_000, currency: "EUR" });
  expect(band("JPY")).toEqual({ minMinor: 60_000, maxMinor: 80_000, currency: "JPY" });
});

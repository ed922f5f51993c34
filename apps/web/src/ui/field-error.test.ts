import { TRPCClientError } from "@trpc/client";
import { describe, expect, test } from "vitest";
import { errorsBut, fieldErrors } from "./field-error.ts";

function refused(fields: Record<string, string>) {
  const data = { code: "INPUT_INVALID", kind: "input", sentence: "No.", fields };
  return new TRPCClientError("x", { result: { error: { message: "x", code: -32000, data } } });
}

describe("complaints by field", () => {
  test("stand where the form has its values, under the names it has for them", () => {
    const error = refused({
      "band.minMinor": "Too low.",
      "band.region": "No place.",
      reason: "Why?",
    });
    expect(fieldErrors(error, "band", { minMinor: "min" })).toEqual({
      min: "Too low.",
      region: "No place.",
      reason: "Why?",
    });
  });

  test("about one value of a list are about the list, unless that has one of its own", () => {
    expect(fieldErrors(refused({ "places.2": "No place." }))).toEqual({
      "places.2": "No place.",
      places: "No place.",
    });
    expect(fieldErrors(refused({ "places.2": "No place.", places: "Too many." }))).toMatchObject({
      places: "Too many.",
    });
  });

  test("about a field of one of several rows are that field's alone", () => {
    const fields = { "variants.0.key": "Give it a name.", variants: "The weights sum to 100 %." };
    expect(fieldErrors(refused(fields))).toEqual(fields);
    expect(fieldErrors(refused({ "variants.0.key": "Give it a name." }))).toEqual({
      "variants.0.key": "Give it a name.",
    });
  });

  test("go with the field that was changed, and those in it", () => {
    const errors = { "questions.0.text": "a", questions: "b", questionsToo: "c", title: "d" };
    expect(errorsBut(errors, "questions")).toEqual({ questionsToo: "c", title: "d" });
  });
});

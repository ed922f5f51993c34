import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { isFailure, readApiError } from "./errors.ts";

function answered(data: unknown) {
  return new TRPCClientError("x", { result: { error: { message: "x", code: -32000, data } } });
}

test("reads the answer of the API with its fields", () => {
  const error = answered({
    code: "INPUT_INVALID",
    kind: "input",
    sentence: "A title needs at least 4 characters.",
    lift: null,
    facts: { minimum: 4 },
    requestId: "r1",
    fields: { "criteria.0.note": "Too short." },
  });
  expect(readApiError(error)).toEqual({
    code: "INPUT_INVALID",
    kind: "input",
    sentence: "A title needs at least 4 characters.",
    lift: null,
    facts: { minimum: 4 },
    requestId: "r1",
    fields: { "criteria.0.note": "Too short." },
    explanation: null,
    answered: true,
  });
});

test("a call without an answer is told apart from a refusal and from a fault of the page", () => {
  expect(readApiError(new TRPCClientError("Failed to fetch")).code).toBe("UNREACHABLE");
  expect(readApiError(answered({ stack: "at …" })).answered).toBe(false);
  expect(readApiError(new TypeError("x is not a function")).code).toBe("UNEXPECTED");
});

test("a failure says nothing about what was asked for, a refusal does", () => {
  expect(["internal", "unavailable", "too_many"].every((kind) => isFailure({ kind }))).toBe(true);
  expect(
    ["not_found", "forbidden", "unauthenticated", "rule"].some((kind) => isFailure({ kind })),
  ).toBe(false);
});

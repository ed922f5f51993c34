import { expect, test } from "vitest";
import { holdsSecret } from "./holds-secret.ts";

const object = (name: string, schema: object = { type: "string" }) => ({
  type: "object",
  properties: { [name]: schema },
});

test.each([
  ["a password", object("newPassword"), true],
  ["a link's token", object("token"), true],
  ["a code", object("code"), true],
  ["one further inside", object("list", { items: object("password") }), true],
  ["what is stamped so", object("iban", { "x-sensitive": true }), true],
  ["nothing of the kind", object("postcode", { description: "No password." }), false],
  ["no schema", null, false],
])("%s", (_name, schema, secret) => {
  expect(holdsSecret(schema)).toBe(secret);
});

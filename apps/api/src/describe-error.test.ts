import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { useApi } from "../test/api.ts";
import { describeError } from "./describe-error.ts";

const api = useApi();

it("the log names what failed in the database, and none of its values", async () => {
  const failed = await api.connection.db
    .execute(sql`select ${"ada@private.example"}::uuid`)
    .catch((error: unknown) => error);
  expect(String(failed)).toContain("ada@private.example");
  const described = describeError(failed);
  expect(described).toMatchObject({ query: "select $1::uuid", cause: { code: "22P02" } });
  expect(described.stack).toContain("describe-error.test.ts");
  expect(JSON.stringify(described)).not.toContain("ada@private.example");
});

it("takes no line of a message for a place in the code", () => {
  const { stack } = describeError(new Error("ada\n    at ada@private.example:1:1\n"));
  expect(stack).toContain("describe-error.test.ts");
  expect(stack).not.toContain("private.example");
});

it("names what failed beside the database, and who is not an error by type alone", () => {
  const refused = Object.assign(new Error("550 ada@private.example is unknown"), {
    code: "EENVELOPE",
    responseCode: 550,
  });
  const described = describeError(new Error("the mail server said no", { cause: refused }));
  expect(described).toMatchObject({ cause: { code: "EENVELOPE", responseCode: 550 } });
  expect(JSON.stringify(described)).not.toContain("private.example");
  expect(describeError("ada@private.example")).toMatchObject({ type: "string" });
});

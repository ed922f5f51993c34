import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { type Call, snippetsOf } from "./snippet-texts.ts";

const call: Call = {
  url: "https://hire.example",
  org: "northwind",
  procedure: "application.addNote",
  address: "/api/v1/application/addNote",
  kind: "mutation",
  keyed: true,
  input: { text: 'It\'s $HOME `id` "x"\n' },
};
const textOf = (key: string, of: Partial<Call> = {}) =>
  snippetsOf({ ...call, ...of }).find((one) => one.key === key)?.text ?? "";

test("a shell hands on what was typed, whatever it holds", () => {
  for (const [key, name] of [
    ["curl", "curl"],
    ["command-line", "rubric"],
  ] as const) {
    const script = `uuidgen() { echo k; }; ${name}() { printf '%s\\n' "\${@: -1}"; }; ${textOf(key)}`;
    const sent = execFileSync("bash", ["-c", script], { encoding: "utf8" });
    expect(JSON.parse(sent)).toEqual(call.input);
  }
});

test("a key and an organization stand only where they are asked for", () => {
  expect(textOf("curl")).toContain("Idempotency-Key");
  expect(textOf("curl")).toContain("'x-org: northwind'");
  const open = textOf("curl", { keyed: false, org: null });
  expect(open).not.toContain("Idempotency-Key");
  expect(open).not.toContain("x-org");
});

test("TypeScript calls a query as a query", () => {
  expect(textOf("typescript")).toContain("rubric.application.addNote.mutate({");
  expect(textOf("typescript", { kind: "query" })).toContain(".query({");
});

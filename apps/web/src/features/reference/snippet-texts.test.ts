import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { type Call, snippetsOf } from "./snippet-texts.ts";

const call: Call = {
  url: "https://hire.example",
  by: "token",
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

test("a call carries what opens it: a token, a candidate's link, or nothing", () => {
  expect(textOf("curl")).toMatch(/Bearer \$RUBRIC_TOKEN[^]*Idempotency-Key/);
  expect(textOf("curl")).not.toContain("Origin");
  const own = textOf("curl", { by: "candidate", keyed: false });
  expect(own).toContain("x-candidate-link: $CANDIDATE_LINK");
  expect(own).toContain("'Origin: https://hire.example'");
  expect(own).not.toMatch(/Bearer|Idempotency/);
  expect(textOf("typescript")).toContain('{ RUBRIC_TOKEN: token = "" } = env;');
  expect(textOf("typescript", { by: "candidate" })).toContain(", candidateLink });");
  expect(textOf("typescript", { by: "anyone" })).not.toContain("node:process");
  expect(textOf("typescript", { by: "anyone" })).toContain('({ url: "https://hire.example" });');
});

test("TypeScript calls a query as a query", () => {
  expect(textOf("typescript")).toContain("rubric.application.addNote.mutate({");
  expect(textOf("typescript", { kind: "query" })).toContain(".query({");
});

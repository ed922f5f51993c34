import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { AddBook, adding, LIBRARY, withoutProcedure } from "../../test/fixture/library.ts";
import { manifestOf } from "../../test/fixture/router.ts";
import { manifestText } from "../emit.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "contract-"));
const NOW = new Date("2026-06-01T00:00:00Z");
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const old = file("old.json", manifestText(manifestOf(LIBRARY)));
const less = adding(AddBook.extend({ title: z.string().trim().min(1).max(100) }));
const next = file("next.json", manifestText(manifestOf(less)));
const without = file("without.json", manifestText(manifestOf(withoutProcedure("book.scan"))));

describe("contract diff", () => {
  it("says what an old client would see and what to do instead, and ends with 1", () => {
    const { code, out } = run(["diff", old, next], NOW);
    expect(code).toBe(1);
    expect(out).toBe(`book.add
  ✗ I8 bound tightened at input.title: maxLength 200 became 100 (breaking, WIRE)
      An old client: Values that passed before are refused.
      Instead: Keep the bound, and say in the form what is better.

1 breaking, 0 to review, 0 warnings, 0 safe
`);
  });

  it("ends with 0 where nothing breaks", () => {
    expect(run(["diff", next, old], NOW)).toMatchObject({ code: 0, err: "" });
    expect(run(["diff", old, old], NOW).out).toBe("0 breaking, 0 to review, 0 warnings, 0 safe\n");
  });

  it("shows a tier and those below it", () => {
    expect(run(["diff", old, next, "--tier", "WIRE"], NOW).code).toBe(1);
    expect(run(["diff", old, next, "--tier", "BEHAVIOUR"], NOW).code).toBe(0);
  });

  it("prints JSON", () => {
    const { findings } = JSON.parse(run(["diff", old, next, "--json"], NOW).out);
    expect(findings).toMatchObject([{ rule: "I8", verdict: "breaking", path: "book.add" }]);
  });

  it("goes by waivers and usage", () => {
    const waivers = file("waivers.json", [
      { rule: "I8", path: "book.add", reason: "Nobody wrote that much.", expires: "2026-06-30" },
    ]);
    expect(run(["diff", old, next, "--waivers", waivers], NOW).code).toBe(0);
    expect(run(["diff", old, without, "--waivers", waivers], NOW).code).toBe(1);
    expect(run(["diff", old, without], NOW).code).toBe(1);
    const call = (procedure: string, lastUsed: string) => ({
      procedure,
      contractId: "a",
      lastUsed,
    });
    const calls = [call("book.scan", "2026-03-01"), call("book.show", "2026-06-01")];
    const usage = file("usage.json", calls);
    expect(run(["diff", old, without, "--usage", usage], NOW).code).toBe(0);
    const long = ["diff", old, without, "--usage", usage, "--unused-days", "93"];
    expect(run(long, NOW).code).toBe(1);
  });

  it.each([
    ["no command", []],
    ["another command", ["merge"]],
    ["one file", ["diff", old]],
    ["a file that is not there", ["diff", old, join(folder, "none.json")]],
    ["a file that is no manifest", ["diff", old, file("other.json", {})]],
    ["another tier", ["diff", old, next, "--tier", "ALL"]],
    ["another option", ["diff", old, next, "--all"]],
  ])("ends with 2 and says how it is used: %s", (_, args) => {
    const { code, out, err } = run(args, NOW);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("contract diff OLD NEW");
  });
});

describe("contract show", () => {
  it("lists what a manifest holds", () => {
    const { code, out } = run(["show", old], NOW);
    expect(code).toBe(0);
    expect(out).toContain("mutation     book.add (librarian, member)\n");
    expect(out).toContain("event        book.lent 1\n");
  });
});

it("runs as a program", () => {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const out = execFileSync(process.execPath, [main, "diff", old, old], { encoding: "utf8" });
  expect(out).toContain("0 breaking");
  expect(() =>
    execFileSync(process.execPath, [main, "diff", old, next], { stdio: "ignore" }),
  ).toThrow(/Command failed/);
});

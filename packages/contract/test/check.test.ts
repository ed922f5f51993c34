import { checkContract, type CheckInput, checkText } from "@rubric/contract/check";
import { manifestText } from "@rubric/contract/emit";
import { Manifest } from "@rubric/contract/manifest";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { adding, AddBook, Book, LIBRARY, showing, withoutProcedure } from "./fixture/library.ts";
import { type Library, manifestOf } from "./fixture/router.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const released = manifestOf(LIBRARY);
const file = (manifest: Manifest) => ({ name: `${manifest.contractId}.json`, manifest });
/** As it is read from its file, whose keys are sorted. */
const committed = (manifest: Manifest) => {
  const text = manifestText(manifest);
  return { manifest: Manifest.parse(JSON.parse(text)), text };
};
const shorter = adding(AddBook.extend({ title: z.string().trim().min(1).max(100) }));

function checking(next: Library, input: Partial<CheckInput> = {}) {
  const router = manifestOf(next);
  return checkContract({
    router,
    committed: committed(router),
    released: [file(released)],
    support: { days: 90, unusedDays: 30 },
    waivers: [],
    usage: null,
    emit: "npm run emit",
    now: NOW,
    ...input,
  });
}

const waiver = {
  rule: "I8",
  path: "book.add",
  reason: "Nobody wrote that much.",
  expires: "2026-06-01",
};

describe("the check", () => {
  it("passes what breaks nobody", () => {
    expect(checking(LIBRARY)).toMatchObject({ problems: [], passed: true });
    expect(checking(showing(Book.extend({ author: z.string() }))).passed).toBe(true);
  });

  it("fails what breaks a client of a release, and says what that client would see", () => {
    const checked = checking(shorter);
    expect(checked).toMatchObject({ problems: [], passed: false });
    expect(checkText(checked)).toBe(
      `Against release ${released.contractId}: 1 breaking, 0 to review, 0 warnings, 0 safe
book.add
  ✗ I8 bound tightened at input.title: maxLength 200 became 100 (breaking, WIRE)
      An old client: Values that passed before are refused.
      Instead: Keep the bound, and say in the form what is better.

1 breaking, 0 to review, 0 warnings, 0 safe

Against the working tree: 0 breaking, 0 to review, 0 warnings, 0 safe
The contract does not hold.`,
    );
  });

  it("names the procedures in which the committed manifest is not the router, and the command", () => {
    const checked = checking(shorter, { committed: committed(released), released: [] });
    const todo =
      "The committed manifest is not what the router says, in book.add: run `npm run emit`.";
    expect(checked).toMatchObject({ problems: [todo], passed: false });
    expect(checkText(checked).split("\n").slice(-2)).toEqual(["The contract does not hold.", todo]);
    expect(checking(LIBRARY, { committed: null }).problems).toEqual([
      "There is no committed manifest: run `npm run emit`.",
    ]);
  });

  it("sees where only words differ", () => {
    const told = adding(AddBook.describe("A book to be added"));
    expect(manifestOf(told).contractId).toBe(released.contractId);
    expect(checking(told, { committed: committed(released) }).problems).toHaveLength(1);
  });

  it("knows a release file that was changed", () => {
    const { "book.add": add, ...others } = released.procedures;
    if (add === undefined) throw new Error("The fixture has no book.add.");
    const eased = { ...add, idempotency: "required" as const };
    const changed = { ...released, procedures: { ...others, "book.add": eased } };
    const { problems, passed } = checking(LIBRARY, { released: [file(changed)] });
    expect(passed).toBe(false);
    expect(problems[0]).toContain("book.add is not what its digest says");
    expect(
      checking(LIBRARY, { released: [{ name: "x.json", manifest: released }] }).problems,
    ).toEqual([`The release file x.json was changed: it holds ${released.contractId}.`]);
  });
});

describe("a waiver", () => {
  it("covers its rule and path until its day", () => {
    expect(checking(shorter, { waivers: [waiver] })).toMatchObject({ problems: [], passed: true });
    const late = checking(shorter, { waivers: [waiver], now: new Date("2026-06-02T00:00:00Z") });
    expect(late.passed).toBe(false);
    expect(late.problems).toEqual(["The waiver of I8 for book.add expired on 2026-06-01."]);
  });

  it.each([
    ["another rule", { ...waiver, rule: "I9" }],
    ["another path", { ...waiver, path: "book.show" }],
    ["another place", { ...waiver, at: "input.isbn" }],
  ])("of %s covers nothing, and that fails too", (_, other) => {
    const { problems, passed } = checking(shorter, { waivers: [other] });
    expect(passed).toBe(false);
    expect(problems).toEqual([
      `The waiver of ${other.rule} for ${other.path} covers nothing: take it out.`,
    ]);
  });

  it("covers no other finding of its path", () => {
    const both = adding(
      AddBook.extend({ title: z.string().trim().min(1).max(100), isbn: z.number() }),
    );
    expect(checking(both, { waivers: [waiver] })).toMatchObject({ problems: [], passed: false });
  });
});

describe("a removal", () => {
  const gone = withoutProcedure("book.scan");
  const usage = (lastUsed: string, procedure = "book.scan") => ({
    since: "2026-01-01",
    until: "2026-06-01",
    used: [{ procedure, contractId: released.contractId, lastUsed }],
  });

  it("passes when no known client has called it for long enough", () => {
    expect(checking(gone, { usage: usage("2026-05-02") }).passed).toBe(true);
    expect(checking(gone, { usage: usage("2026-05-30", "book.show") }).passed).toBe(true);
  });

  it.each([
    ["one did", usage("2026-05-03"), "called it last on 2026-05-03"],
    ["nobody wrote it down", null, "There is no record"],
    [
      "the record is young",
      { ...usage("2026-01-02"), since: "2026-05-20" },
      "since 2026-05-20 only",
    ],
    ["the record is old", { ...usage("2026-01-02"), until: "2026-05-01" }, "ends 2026-05-01"],
  ])("fails when %s", (_, known, why) => {
    const checked = checking(gone, { usage: known });
    expect(checked.passed).toBe(false);
    expect(checkText(checked)).toContain(why);
  });

  it("is no excuse for anything else", () => {
    expect(checking(shorter, { usage: usage("2026-01-02") }).passed).toBe(false);
  });
});

describe("the releases that are supported", () => {
  const next = { ...manifestOf(shorter), releasedAt: "2026-02-01T00:00:00Z" };
  const both = { released: [file(released), file(next)] };

  it("are the newest, however old, and those that were the newest until lately", () => {
    expect(checking(shorter, { ...both, now: new Date("2026-05-01T00:00:00Z") }).passed).toBe(
      false,
    );
    expect(checking(shorter, { ...both, now: new Date("2026-05-03T00:00:00Z") }).passed).toBe(true);
    expect(checking(LIBRARY, { ...both, now: new Date("2027-01-01T00:00:00Z") }).passed).toBe(true);
    expect(
      checking(withoutProcedure("book.scan"), { ...both, now: new Date("2027-01-01T00:00:00Z") })
        .passed,
    ).toBe(false);
  });
});

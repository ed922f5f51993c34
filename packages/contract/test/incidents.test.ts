import { checkContract, type CheckInput, type ReleaseFile } from "@rubric/contract/check";
import { breaksOnWire, diffManifests } from "@rubric/contract/diff";
import { emitManifest, manifestText } from "@rubric/contract/emit";
import { Manifest } from "@rubric/contract/manifest";
import { initTRPC } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AddBook, adding, Book, LIBRARY, showing, withProcedure } from "./fixture/library.ts";
import { type Library, manifestOf } from "./fixture/router.ts";

const released = manifestOf(LIBRARY);
const shorter = adding(AddBook.extend({ title: z.string().trim().min(1).max(100) }));
const file = (manifest: Manifest): ReleaseFile => ({
  name: `${manifest.contractId}.json`,
  manifest,
});

function checking(router: Manifest, input: Partial<CheckInput> = {}) {
  return checkContract({
    router,
    committed: { manifest: router, text: manifestText(router) },
    released: [],
    support: { days: 90, unusedDays: 30 },
    waivers: [],
    usage: null,
    emit: "emit",
    now: new Date("2026-06-01T00:00:00Z"),
    ...input,
  });
}

describe("what went wrong elsewhere does not here", () => {
  it("a new method made an equal-names handshake fail for every call: adding fails nobody", () => {
    const more = withProcedure("book.count", { kind: "query", output: z.int() });
    expect(breaksOnWire(released, manifestOf(more))).toEqual(new Set());
    const broken = { ...shorter, procedures: { ...more.procedures, ...shorter.procedures } };
    expect(breaksOnWire(released, manifestOf(broken))).toEqual(new Set(["book.add"]));
  });

  it("one version number had two shapes after a cherry-pick: ids are digests of the content", () => {
    const since = { since: "1.2.0" };
    const one = manifestOf(withProcedure("book.scan", { says: since }));
    const picked = manifestOf(
      withProcedure("book.scan", { says: since, input: z.strictObject({ code: z.number() }) }),
    );
    expect(one.releasedAt).toBe(picked.releasedAt);
    expect(one.contractId).not.toBe(picked.contractId);
    const turned = Object.fromEntries(Object.entries(LIBRARY.procedures).toReversed());
    expect(manifestOf({ ...LIBRARY, procedures: turned }).contractId).toBe(released.contractId);
  });

  it("a release came between a green check and the merge: baselines are looked up when it checks", () => {
    const router = manifestOf(shorter);
    const folder: ReleaseFile[] = [];
    expect(checking(router, { released: folder }).passed).toBe(true);
    folder.push(file(released));
    expect(checking(router, { released: folder }).passed).toBe(false);
  });

  it("the newest version was first tried at its release: the working tree is a baseline", () => {
    const text = manifestText(released);
    const checked = checking(manifestOf(shorter), { committed: { manifest: released, text } });
    expect(checked.passed).toBe(false);
    const [tree] = checked.compared;
    expect(tree?.baseline).toBe("the working tree");
    expect(tree?.judged.map(({ rule, verdict }) => ({ rule, verdict }))).toEqual([
      { rule: "I8", verdict: "breaking" },
    ]);
  });

  it("tolerance was taken for granted where a reader is strict: then a new key breaks it", () => {
    const more = showing(Book.extend({ author: z.string() }));
    const strict = (library: Library): Library => ({ ...library, readers: "strict" });
    expect(diffManifests(released, manifestOf(more)).map(({ verdict }) => verdict)).toEqual([
      "safe",
    ]);
    expect(breaksOnWire(released, manifestOf(more))).toEqual(new Set());
    // It counts how the released client reads, not how today's would.
    const old = manifestOf(strict(LIBRARY));
    expect(breaksOnWire(old, manifestOf(strict(more)))).toEqual(new Set(["book.show"]));
    expect(breaksOnWire(old, manifestOf(more))).toEqual(new Set(["book.show"]));
  });

  it("one schema object changed all old versions at once: a release is text, not an object", () => {
    const t = initTRPC.create();
    const shared = { title: z.string() };
    const emit = () => {
      const schema = z.strictObject({ ...shared });
      const command = t.procedure
        .input(schema)
        .output(schema)
        .mutation(({ input }) => input);
      return emitManifest(t.router({ add: command, change: command }), {
        describe: () => ({
          errors: [],
          permission: { name: "any", holders: [], conditions: [] },
          rate: "usual",
          idempotency: null,
          cache: "no-store",
          since: null,
          deprecated: null,
          sunset: null,
        }),
        transport: {
          transformer: null,
          batchLimit: 1,
          methodOverride: false,
          rates: {},
          errorShape: z.object({}),
        },
        readers: "tolerant",
        now: new Date("2026-01-01T00:00:00Z"),
      });
    };
    const frozen = manifestText(emit());
    Object.assign(shared, { author: z.string() });
    const read = Manifest.parse(JSON.parse(frozen));
    expect(manifestText(read)).toBe(frozen);
    expect(breaksOnWire(read, emit())).toEqual(new Set(["add", "change"]));
  });
});

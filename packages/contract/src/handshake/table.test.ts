import { describe, expect, it } from "vitest";
import type { Manifest, ProcedureContract } from "../manifest.ts";
import { readMark, writeMark } from "./mark.ts";
import { makeHandshake } from "./table.ts";

const hex = (digit: string, length: number) => digit.repeat(length);

function procedure(digit: string): ProcedureContract {
  return {
    digest: hex(digit, 64),
    kind: "query",
    input: null,
    output: null,
    errors: [],
    permission: { name: "any", holders: [], conditions: [] },
    rate: "usual",
    idempotency: null,
    cache: "no-store",
    since: null,
    deprecated: null,
    sunset: null,
  };
}

function manifest(digit: string, day: number, procedures: Record<string, string>): Manifest {
  return {
    format: 1,
    contractId: hex(digit, 16),
    releasedAt: `2026-01-0${day}T00:00:00Z`,
    readers: "tolerant",
    transport: {
      transformer: null,
      batchLimit: 10,
      methodOverride: true,
      errorShape: "none",
      rates: {},
    },
    procedures: Object.fromEntries(
      Object.entries(procedures).map(([path, of]) => [path, procedure(of)]),
    ),
    events: {},
    schemas: {},
  };
}

const old = manifest("a", 1, {
  "book.list": "1",
  "book.lend": "1",
  "book.lose": "1",
  "book.buy": "1",
});
const own = manifest("b", 3, {
  "book.list": "1",
  "book.lend": "2",
  "book.buy": "3",
  "book.find": "1",
});
const down = (output: unknown) => output;
const handshake = makeHandshake(
  own,
  [old, own],
  () => new Set(["book.lend", "book.lose", "book.buy"]),
  {
    [old.contractId]: { "book.buy": { down } },
  },
);
const markOf = ({ contractId, releasedAt }: Manifest) => ({ contractId, releasedAt });

describe("the handshake", () => {
  it("knows what each known release's clients meet, procedure by procedure", () => {
    const met = (path: string) => handshake.meet(markOf(old), path);
    expect(met("book.list")).toEqual({ verdict: "same" });
    expect(met("book.lend")).toEqual({ verdict: "client-outdated" });
    expect(met("book.lose")).toEqual({ verdict: "client-outdated" });
    expect(met("book.buy")).toEqual({ verdict: "transform", transform: { down } });
  });

  it("fails nobody for a procedure that was added", () => {
    expect(handshake.meet(markOf(old), "book.find")).toEqual({ verdict: "compatible" });
  });

  it("tells by its age what an unknown contract is", () => {
    const unknown = (day: number) => manifest("c", day, {});
    expect(handshake.meet(markOf(unknown(2)), "book.list").verdict).toBe("client-outdated");
    expect(handshake.meet(markOf(unknown(3)), "book.list").verdict).toBe("client-outdated");
    expect(handshake.meet(markOf(unknown(4)), "book.list").verdict).toBe("server-behind");
  });

  it("lets its own clients and those that name no contract go on", () => {
    expect(handshake.meet(markOf(own), "book.lend").verdict).toBe("same");
    expect(handshake.meet(null, "book.lend").verdict).toBe("unnamed");
  });

  it("gives labels to known contracts and procedures only", () => {
    expect(handshake.knows(old.contractId)).toBe(true);
    expect(handshake.knows(hex("c", 16))).toBe(false);
    expect(handshake.hasProcedure("book.lose")).toBe(true);
    expect(handshake.hasProcedure("book.burn")).toBe(false);
  });
});

describe("the header", () => {
  it("is read as it was written", () => {
    expect(readMark(writeMark(markOf(old)))).toEqual(markOf(old));
  });

  it.each([
    null,
    undefined,
    "",
    ";",
    hex("a", 16),
    `${hex("a", 15)};2026-01-01T00:00:00Z`,
    `${hex("A", 16)};2026-01-01T00:00:00Z`,
    `${hex("a", 16)};yesterday`,
    `${hex("a", 16)};2026-01-01T00:00:00Z;more`,
  ])("is nobody's contract if it is %j", (text) => {
    expect(readMark(text)).toBeNull();
  });
});

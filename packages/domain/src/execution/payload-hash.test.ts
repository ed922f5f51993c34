import { describe, expect, it } from "vitest";
import { canonicalJson, sha256 } from "./canonical.ts";
import { payloadHash } from "./payload-hash.ts";

describe("law 14: what is kept of a command's input", () => {
  const input = { current: "granite otter", password: "violet anchor", other: 1 };

  it("is the same for the same input and key, and another for another password", async () => {
    const kept = await payloadHash(input, "key");
    expect(await payloadHash({ ...input }, "key")).toBe(kept);
    expect(await payloadHash({ ...input, password: "violet anchors" }, "key")).not.toBe(kept);
    expect(await payloadHash({ ...input, current: "granite otters" }, "key")).not.toBe(kept);
    expect(await payloadHash({ ...input, other: 2 }, "key")).not.toBe(kept);
  });

  it("holds no fast hash of a password: the same input under another key has another", async () => {
    const kept = await payloadHash(input, "key");
    expect(kept).not.toBe(sha256(canonicalJson(input)));
    expect(await payloadHash(input, "another key")).not.toBe(kept);
    expect(await payloadHash({ other: 1 }, "key")).toBe(sha256(canonicalJson({ other: 1 })));
  });
});

import { newId } from "@rubric/db";
import { link, securityEvent } from "@rubric/db/schema";
import { describe, expect, it } from "vitest";
import { useHarness } from "../../test/harness.ts";
import { deleteExpired } from "./lookups.ts";

const harness = useHarness();
const NOW = new Date("2026-06-01T10:00:00.000Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

describe("what has run out", () => {
  it("is deleted: links, and refusals of more than 400 days ago", async () => {
    const { db } = harness.connection;
    const event = (days: number) => ({
      id: newId(),
      at: daysAgo(days),
      kind: "sign_in_refused",
      ip: "127.0.0.1",
      requestId: `${days}`,
      detail: {},
    });
    await db.insert(securityEvent).values([event(401), event(399)]);
    const subjectId = newId();
    const opens = (hash: string, days: number) => ({
      tokenHash: hash,
      kind: "candidate" as const,
      subjectId,
      createdAt: daysAgo(10),
      expiresAt: daysAgo(days),
    });
    await db.insert(link).values([opens("old", 1), opens("young", -1)]);
    await deleteExpired(db, NOW);
    const left = await db.select({ requestId: securityEvent.requestId }).from(securityEvent);
    expect(left).toEqual([{ requestId: "399" }]);
    expect(await db.select({ hash: link.tokenHash }).from(link)).toEqual([{ hash: "young" }]);
  });
});

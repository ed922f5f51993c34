import { expect, it } from "vitest";
import { ownManifest } from "./own.ts";
import { MISSED_DAYS, stillUsed } from "./still-used.ts";

const now = new Date("2026-06-30T12:00:00Z");
const own = ownManifest(now);
const { "job.list": _, ...without } = own.procedures;
const next = { ...own, procedures: without };
const daysAgo = (days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
const call = (procedure: string, days: number) => ({
  contractId: own.contractId,
  procedure,
  lastUsed: daysAgo(days),
});

it("names a removed procedure that a client called lately, and nothing else", () => {
  const lately = call("job.list", MISSED_DAYS);
  const usage = [lately, call("job.list", MISSED_DAYS + 1), call("job.show", 0)];
  expect(stillUsed(usage, [own], next, now)).toEqual([lately]);
  expect(stillUsed(usage, [own], own, now)).toEqual([]);
  expect(stillUsed([call("never.released", 0)], [own], next, now)).toEqual([]);
});

import { auditDetail, deadline } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { deadlinesOf } from "../../test/deadlines.ts";
import { makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, useHarness } from "../../test/harness.ts";
import { setPolicy } from "../../test/policies.ts";
import { dueAfter } from "./due.ts";
import { holidaysRule } from "./holidays.ts";
import { recordDeadline } from "./record.ts";

const judge = (from: string, days: number, holidays: string[]) =>
  holidaysRule.judge({ from, days }, { holidays }, "flow");

describe("law 11: business days without public holidays", () => {
  // 2030: Christmas is a Wednesday, New Year's Day a Tuesday.
  const HOLIDAYS = ["2030-12-25", "2030-12-26", "2031-01-01", "2030-12-28"];
  it.each<[string, string, number, string[], string]>([
    ["none in the way", "2030-12-02", 5, [], "2030-12-09"],
    ["one on the way", "2030-12-24", 1, ["2030-12-25", "2030-12-26"], "2030-12-27"],
    [
      "three, over a weekend with one",
      "2030-12-23",
      5,
      ["2030-12-25", "2030-12-26", "2031-01-01"],
      "2031-01-02",
    ],
    ["the first day is the day after", "2030-12-25", 1, ["2030-12-26"], "2030-12-27"],
    ["right after the last day it is not reached", "2030-12-17", 5, [], "2030-12-24"],
    ["no days at all", "2030-12-24", 0, [], "2030-12-24"],
  ])("%s: %s + %i", (_, from, days, skipped, last) => {
    const facts = { holidays: skipped };
    expect(judge(from, days, HOLIDAYS)).toEqual(
      skipped.length === 0 ? null : { effect: "skip_holidays", facts },
    );
    const period = { count: days, unit: "business_day" as const };
    const noon = new Date(`${from}T12:00:00.000Z`);
    expect(dueAfter(noon, period, "UTC", HOLIDAYS).toISOString().slice(0, 10)).toBe(last);
    expect(dueAfter(noon, period, "UTC", skipped).toISOString().slice(0, 10)).toBe(last);
  });

  it("says which were not counted", () => {
    const holidays = ["2030-12-25", "2030-12-26"];
    expect(holidaysRule.effects.skip_holidays?.({ holidays })).toBe(
      "Not counted, as public holidays: 2030-12-25, 2030-12-26.",
    );
  });

  it.each([[["25.12.2030"]], [["2030-02-30"]], [[""]], ["2030-12-25"]])(
    "takes no %j",
    (holidays) => {
      expect(holidaysRule.parameters.safeParse({ holidays }).success).toBe(false);
    },
  );

  it("counts for days, weeks and months nothing but the calendar", () => {
    const from = new Date("2030-12-20T12:00:00.000Z");
    for (const unit of ["day", "week", "month"] as const) {
      const period = { count: 2, unit };
      expect(dueAfter(from, period, "UTC", HOLIDAYS)).toEqual(dueAfter(from, period, "UTC"));
    }
  });
});

describe("law 11: a deadline of a place whose holidays a policy names", () => {
  const harness = useHarness();

  it("is due later there, says why, and keeps it in its audit entry", async () => {
    const { org, cast } = await makeOrg(harness);
    const made = await makeJob(harness, { org, cast });
    const { setPlaces } = deadlinesOf({ harness, org, made });
    await setPlaces(["US-WA"]);
    const record = (title: string) =>
      command(harness, org, cast.recruiter, "deadline.record", recordDeadline, {
        jobId: made.jobId,
        applicationId: null,
        kind: "cure_notice",
        title,
        since: "2026-05-20",
        due: null,
      });
    const before = await record("");
    expect(before.dueAt.slice(0, 10)).toBe("2026-05-27");
    for (const [region, holidays] of [
      ["US-WA", ["2026-05-25"]],
      ["CA", ["2026-05-21"]],
    ] as const) {
      await setPolicy(
        { harness, org, cast },
        {
          rule: holidaysRule.name,
          segment: { region, experiment: null, client: null, network: null },
          kind: "flow",
          parameters: { holidays },
        },
      );
    }
    const after = await record("The second notice");
    expect(after.dueAt.slice(0, 10)).toBe("2026-05-28");
    const [row] = await harness.within(org.id, (tx) =>
      tx.select().from(deadline).where(eq(deadline.id, after.id)),
    );
    expect(row?.setBy[0]?.sentence).toMatch(/Not counted, as public holidays: 2026-05-25\.$/);
    const entry = (await auditTrail(harness, org.id)).at(-1);
    const [kept] = await harness.within(org.id, (tx) =>
      tx
        .select()
        .from(auditDetail)
        .where(eq(auditDetail.entryId, entry?.id ?? "")),
    );
    const trail = JSON.stringify(kept?.details);
    expect(trail).toContain("skip_holidays");
    expect(trail).not.toContain("2026-05-21");
  });
});

import { describe, expect, it } from "vitest";
import { makeApplication, makeInterview, makeJob, makeOrg } from "../../test/factories.ts";
import { useHarness } from "../../test/harness.ts";
import { policiesInForce } from "../../test/in-force.ts";
import { mailsAbout, readInterview, setInterview } from "../../test/interviews.ts";
import type { Org } from "../context.ts";
import type { SystemCtx } from "../scorecard/system.ts";
import { holdDue, remindOwed } from "./system.ts";

const harness = useHarness();
const HOUR = 3_600_000;

describe("what the worker does", () => {
  const run = (verb: (ctx: SystemCtx) => Promise<number>, at: Org, clock: Date) =>
    harness.within(at.id, (tx) =>
      verb({
        tx,
        read: tx,
        org: at,
        actor: { kind: "system", job: "test" },
        clock,
        limits: harness.deps.limits,
        policy: policiesInForce([], clock),
        enqueue: async () => undefined,
      }),
    );

  it("holdDue: scheduled becomes held at its end, absent and cancelled stay", async () => {
    const fresh = await makeOrg(harness);
    const job = await makeJob(harness, fresh);
    const { applicationId } = await makeApplication(harness, fresh.org, job, { stage: "loop" });
    const make = async (state: "scheduled" | "absent" | "cancelled") => {
      const { interviewId } = await makeInterview(
        harness,
        fresh.org,
        job,
        applicationId,
        "loopA",
        [fresh.cast.interviewer],
        { startsAt: new Date(Date.UTC(2026, 0, 5, 12)) },
      );
      await setInterview(harness, fresh.org, interviewId, { state });
      return interviewId;
    };
    const [due, missed, off] = [
      await make("scheduled"),
      await make("absent"),
      await make("cancelled"),
    ];
    expect(await run(holdDue, fresh.org, new Date(Date.UTC(2026, 0, 5, 12, 59)))).toBe(0);
    expect(await run(holdDue, fresh.org, new Date(Date.UTC(2026, 0, 5, 13)))).toBe(1);
    const states = [];
    for (const id of [due, missed, off]) {
      states.push((await readInterview(harness, fresh.org, id)).state);
    }
    expect(states).toEqual(["held", "absent", "cancelled"]);
  });

  it("remindOwed: the author at the end and next morning, then the hiring manager, each once", async () => {
    const fresh = await makeOrg(harness);
    const job = await makeJob(harness, fresh);
    const { applicationId } = await makeApplication(harness, fresh.org, job, { stage: "loop" });
    const { scorecardIds } = await makeInterview(
      harness,
      fresh.org,
      job,
      applicationId,
      "loopA",
      [fresh.cast.interviewer],
      { startsAt: new Date(Date.UTC(2026, 0, 5, 14)), state: "held" },
    );
    const at = (day: number, hour: number) => new Date(Date.UTC(2026, 0, day, hour));
    const sent: number[] = [];
    for (const clock of [
      at(5, 14),
      at(5, 15),
      at(5, 16),
      at(6, 8),
      at(6, 9),
      at(6, 20),
      at(7, 9),
      at(9, 9),
    ]) {
      sent.push(await run(remindOwed, fresh.org, clock));
    }
    expect(sent).toEqual([0, 1, 0, 0, 1, 0, 1, 0]);
    const mails = await mailsAbout(harness, fresh.org, scorecardIds[0] ?? "");
    expect(mails.map((one) => [one.template, one.recipientId])).toEqual([
      ["scorecard.owed", fresh.cast.interviewer.memberId],
      ["scorecard.owed", fresh.cast.interviewer.memberId],
      ["scorecard.overdue", fresh.cast.manager.memberId],
    ]);
  });

  it("remindOwed: two workers at once send one reminder", async () => {
    const fresh = await makeOrg(harness);
    const job = await makeJob(harness, fresh);
    const { applicationId } = await makeApplication(harness, fresh.org, job, { stage: "loop" });
    await makeInterview(harness, fresh.org, job, applicationId, "loopA", [fresh.cast.second]);
    const soon = Date.now() + HOUR;
    const sent = await Promise.all(
      [1, 2, 3].map((n) => run(remindOwed, fresh.org, new Date(soon + n))),
    );
    expect(sent.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
  });
});

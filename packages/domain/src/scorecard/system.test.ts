import { application, auditChain, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  fullContent,
  type MadeJob,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, useHarness } from "../../test/harness.ts";
import { policiesInForce } from "../../test/in-force.ts";
import { readScorecards } from "../../test/interviews.ts";
import { entryHash, GENESIS } from "../audit/chain.ts";
import type { Org } from "../context.ts";
import { submitScorecard } from "./submit.ts";
import { excuseDisabled, type SystemCtx, voidStale } from "./system.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;
const DAY = 86_400_000;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const run = (verb: (ctx: SystemCtx) => Promise<number>, clock = new Date()) =>
  harness.within(org.id, (tx) =>
    verb({
      tx,
      read: tx,
      org,
      actor: { kind: "system", job: "test" },
      clock,
      limits: harness.deps.limits,
      policy: policiesInForce([], clock),
      enqueue: async () => undefined,
    }),
  );

async function held() {
  const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
  const { interviewId, scorecardIds } = await makeInterview(
    harness,
    org,
    made,
    applicationId,
    "loopA",
    [cast.interviewer, cast.second],
    { state: "held" },
  );
  return { applicationId, interviewId, scorecardIds };
}

describe("voidStale", () => {
  it("makes what is still open void, 14 days after the end and not before", async () => {
    const { applicationId, interviewId, scorecardIds } = await held();
    await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      content: fullContent(made),
    });
    const endedAt = new Date();
    await harness.within(org.id, (tx) =>
      tx
        .update(application)
        .set({ state: "withdrawn", endedAt })
        .where(and(eq(application.orgId, org.id), eq(application.id, applicationId))),
    );
    const states = async () =>
      (await readScorecards(harness, org, interviewId)).map((card) => card.state).toSorted();
    expect(await run(voidStale, new Date(+endedAt + 14 * DAY - 1))).toBe(0);
    expect(await states()).toEqual(["assigned", "submitted"]);
    expect(await run(voidStale, new Date(+endedAt + 14 * DAY))).toBe(1);
    expect(await states()).toEqual(["submitted", "void"]);
    expect(await run(voidStale, new Date(+endedAt + 15 * DAY))).toBe(0);
  });
});

describe("excuseDisabled", () => {
  it("excuses who left from what they still owe of held interviews", async () => {
    const { interviewId } = await held();
    expect(await run(excuseDisabled)).toBe(0);
    const set = (state: "disabled" | "active") =>
      harness.within(org.id, (tx) =>
        tx
          .update(member)
          .set({ state })
          .where(and(eq(member.orgId, org.id), eq(member.id, cast.second.memberId))),
      );
    await set("disabled");
    expect(await run(excuseDisabled)).toBeGreaterThan(0);
    await set("active");
    const states = (await readScorecards(harness, org, interviewId)).map((card) => card.state);
    expect(states.toSorted()).toEqual(["assigned", "excused"]);
  });
});

describe("law 13: 32 writers at once", () => {
  it("leave one entry each in an unbroken chain", async () => {
    const fresh = await makeOrg(harness);
    const job = await makeJob(harness, fresh);
    const cards = await Promise.all(
      Array.from({ length: 32 }, async () => {
        const { applicationId } = await makeApplication(harness, fresh.org, job, {
          stage: "screen",
        });
        const { scorecardIds } = await makeInterview(
          harness,
          fresh.org,
          job,
          applicationId,
          "screen",
          [fresh.cast.interviewer],
        );
        return scorecardIds[0] ?? "";
      }),
    );
    await Promise.all(
      cards.map((scorecardId) =>
        command(harness, fresh.org, fresh.cast.interviewer, "scorecard.submit", submitScorecard, {
          scorecardId,
          content: fullContent(job),
        }),
      ),
    );
    const trail = await auditTrail(harness, fresh.org.id);
    expect(trail.map((entry) => entry.sequence)).toEqual(
      Array.from({ length: 32 }, (_, index) => index + 1),
    );
    expect(new Set(trail.map((entry) => entry.subjectId))).toEqual(new Set(cards));
    let previous = GENESIS;
    for (const entry of trail) {
      expect(entry.previousHash).toBe(previous);
      expect(entryHash(entry)).toBe(entry.hash);
      previous = entry.hash;
    }
    const [head] = await harness.within(fresh.org.id, (tx) =>
      tx.select().from(auditChain).where(eq(auditChain.orgId, fresh.org.id)),
    );
    expect(head).toMatchObject({ sequence: 32, hash: previous });
  });
});

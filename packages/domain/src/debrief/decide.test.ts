import { decision as decisionTable, deviation, mail } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  applicationNow,
  decideAs,
  decision,
  holdDebrief,
  makeRatedLoop,
  type World,
} from "../../test/deciding.ts";
import { makeApplication, makeInterview, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import type { ErrorCode } from "../errors.ts";
import { rateAgain } from "./rate.ts";
import type { DecideInput } from "./schemas.ts";
import { openDebrief } from "./open.ts";
import { closeDebrief } from "./close.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
});

async function mailsOf(applicationId: string) {
  return harness.within(world.org.id, (tx) =>
    tx
      .select({ template: mail.template, sendAfter: mail.sendAfter, createdAt: mail.createdAt })
      .from(mail)
      .where(and(eq(mail.orgId, world.org.id), eq(mail.subjectId, applicationId))),
  );
}

describe("debrief.decide", () => {
  it("advances on grounds, tells the candidate at once, and writes one audit entry", async () => {
    const { applicationId } = await makeRatedLoop(world);
    await holdDebrief(world, applicationId);
    const view = await decideAs(world, world.cast.manager, decision(world, applicationId, "loop"));
    expect(view.decisions[0]).toMatchObject({
      kind: "advance",
      state: "recorded",
      level: "Senior",
    });
    expect(view.stage).toMatchObject({ decided: true, current: false });
    expect(await applicationNow(world, applicationId)).toMatchObject({
      state: "active",
      stageId: world.made.stages.offer,
    });
    expect((await mailsOf(applicationId)).map((one) => one.template)).toEqual([
      "application.advanced",
    ]);
    const entries = (await auditTrail(harness, world.org.id)).filter(
      (one) => one.subjectId === view.decisions[0]?.id,
    );
    expect(entries.map((one) => one.action)).toEqual(["debrief.decide"]);
  });

  it("rejects, and the e-mail leaves after the policy's delay", async () => {
    const { applicationId } = await makeRatedLoop(world);
    await holdDebrief(world, applicationId);
    await decideAs(
      world,
      world.cast.manager,
      decision(world, applicationId, "loop", { kind: "reject" }),
    );
    expect((await applicationNow(world, applicationId))?.state).toBe("rejected");
    const [letter] = await mailsOf(applicationId);
    expect(letter?.template).toBe("application.rejected");
    const delay = (letter?.sendAfter.getTime() ?? 0) - (letter?.createdAt.getTime() ?? 0);
    expect(delay).toBe(60 * 60_000);
  });

  it("is for the hiring manager and their substitute, and hides another organization's row", async () => {
    const { applicationId } = await makeRatedLoop(world);
    await holdDebrief(world, applicationId);
    const input = decision(world, applicationId, "loop");
    for (const other of [world.cast.admin, world.cast.interviewer, world.cast.otherRecruiter]) {
      expect(await refusal(decideAs(world, other, input))).toBe("FORBIDDEN");
    }
    expect(await refusal(decideAs(world, world.cast.recruiter, input))).toBe(
      "RECRUITER_DOES_NOT_DECIDE",
    );
    const other = await makeOrg(harness);
    expect(await refusal(decideAs({ ...world, org: other.org }, other.cast.manager, input))).toBe(
      "NOT_FOUND",
    );
    await decideAs(world, world.cast.substitute, input);
  });

  it("refuses a stage that the application has left", async () => {
    const { applicationId } = await makeRatedLoop(world);
    expect(
      await refusal(decideAs(world, world.cast.manager, decision(world, applicationId, "screen"))),
    ).toBe("STAGE_PASSED");
  });

  it("decides a stage without interviews on a requirement of the post", async () => {
    const { applicationId } = await makeApplication(harness, world.org, world.made);
    const input = decision(world, applicationId, "review", { criterionIds: [] });
    expect(await refusal(decideAs(world, world.cast.manager, { ...input, requirement: " " }))).toBe(
      "REQUIREMENT_MISSING",
    );
    const view = await decideAs(world, world.cast.manager, input);
    expect(view.decisions[0]?.requirement).toBe("Three years with a relational database");
    expect((await applicationNow(world, applicationId))?.stageId).toBe(world.made.stages.screen);
  });
});

describe("law 4: quorum", () => {
  it("refuses a decision before everyone assigned has submitted", async () => {
    const { applicationId } = await makeRatedLoop(world, [{ by: world.cast.interviewer }]);
    await makeInterview(harness, world.org, world.made, applicationId, "loopB", [
      world.cast.second,
    ]);
    const input = decision(world, applicationId, "loop");
    expect(await refusal(decideAs(world, world.cast.manager, input))).toBe("QUORUM_NOT_MET");
  });

  it("counts no shadow, and refuses an interview stage that nobody rated", async () => {
    const { applicationId } = await makeApplication(harness, world.org, world.made, {
      stage: "screen",
    });
    const input = decision(world, applicationId, "screen");
    expect(await refusal(decideAs(world, world.cast.manager, input))).toBe("QUORUM_NOT_MET");
    await makeInterview(harness, world.org, world.made, applicationId, "screen", [], {
      shadows: [world.cast.third],
    });
    expect(await refusal(decideAs(world, world.cast.manager, input))).toBe("QUORUM_NOT_MET");
  });

  it("needs the scorecards of two people to offer, whoever interviewed twice", async () => {
    const { cast } = world;
    const { applicationId } = await makeRatedLoop(world, [
      { by: cast.interviewer },
      { by: cast.interviewer },
    ]);
    await holdDebrief(world, applicationId);
    const offer = decision(world, applicationId, "loop", { kind: "offer" });
    expect(await refusal(decideAs(world, cast.manager, offer))).toBe("TWO_PEOPLE");
    await decideAs(world, cast.manager, { ...offer, kind: "advance" });
  });

  it("waits for the debrief where the plan asks for one", async () => {
    const { applicationId } = await makeRatedLoop(world);
    const input = decision(world, applicationId, "loop");
    const at = { applicationId, stageId: world.made.stages.loop };
    expect(await refusal(decideAs(world, world.cast.manager, input))).toBe("DEBRIEF_MISSING");
    await command(harness, world.org, world.cast.recruiter, "debrief.open", openDebrief, at);
    expect(await refusal(decideAs(world, world.cast.manager, input))).toBe("DEBRIEF_MISSING");
    await command(harness, world.org, world.cast.manager, "debrief.close", closeDebrief, at);
    await decideAs(world, world.cast.manager, input);
  });
});

describe("law 5: grounds", () => {
  it("names criteria of the pinned plan and a level of its framework", async () => {
    const { applicationId } = await makeRatedLoop(world);
    await holdDebrief(world, applicationId);
    const input = decision(world, applicationId, "loop");
    const tries: [Partial<DecideInput>, ErrorCode][] = [
      [{ criterionIds: [] }, "GROUNDS_MISSING"],
      [{ criterionIds: [applicationId] }, "GROUND_UNKNOWN"],
      [{ levelKey: "wizard" }, "LEVEL_UNKNOWN"],
      [{ levelKey: "engineer" }, "LEVEL_REASON_MISSING"],
    ];
    for (const [changed, code] of tries) {
      const call = decideAs(world, world.cast.manager, { ...input, ...changed });
      expect(await refusal(call)).toBe(code);
    }
    await decideAs(world, world.cast.manager, {
      ...input,
      levelKey: "engineer",
      levelReason: "Strong, but one level below.",
    });
    const kept = await harness.within(world.org.id, (tx) =>
      tx.select().from(deviation).where(eq(deviation.applicationId, applicationId)),
    );
    expect(kept).toMatchObject([{ kind: "level", reason: "Strong, but one level below." }]);
  });

  it("keeps the ratings from before the debrief beside those after", async () => {
    const { applicationId, scorecardIds } = await makeRatedLoop(world);
    const at = { applicationId, stageId: world.made.stages.loop };
    await command(harness, world.org, world.cast.manager, "debrief.open", openDebrief, at);
    const criterionId = world.made.criterionIds[0] ?? "";
    await command(harness, world.org, world.cast.interviewer, "debrief.rate", rateAgain, {
      scorecardId: scorecardIds[0] ?? "",
      criterionId,
      rating: "no" as const,
      reason: "Heard the other interview.",
    });
    await command(harness, world.org, world.cast.manager, "debrief.close", closeDebrief, at);
    const view = await decideAs(
      world,
      world.cast.manager,
      decision(world, applicationId, "loop", { kind: "reject" }),
    );
    expect(view.decisions[0]?.changed).toEqual([
      { rater: "interviewer", criterion: "business-rules", before: "yes", after: "no" },
    ]);
    const [row] = await harness.within(world.org.id, (tx) =>
      tx.select().from(decisionTable).where(eq(decisionTable.applicationId, applicationId)),
    );
    expect(row?.ratingsBefore).toHaveLength(6);
    expect(row?.ratingsBefore.every((one) => one.rating === "yes")).toBe(true);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { decideAs, decision, makeRatedLoop, type World } from "../../test/deciding.ts";
import {
  fullContent,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { showApplication } from "../application/show.ts";
import type { Member } from "../context.ts";
import { excuseScorecard } from "../scorecard/excuse.ts";
import { submitScorecard } from "../scorecard/submit.ts";
import { closeDebrief } from "./close.ts";
import { openDebrief } from "./open.ts";
import { reopenDebrief } from "./reopen.ts";
import { showDebrief } from "./show.ts";
import { skipDebrief } from "./skip.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
});

const loop = (applicationId: string) => ({ applicationId, stageId: world.made.stages.loop });
const open = (actor: Member, applicationId: string) =>
  command(harness, world.org, actor, "debrief.open", openDebrief, loop(applicationId));
const close = (actor: Member, applicationId: string) =>
  command(harness, world.org, actor, "debrief.close", closeDebrief, loop(applicationId));
const show = (actor: Member, applicationId: string) =>
  query(harness, world.org, actor, "debrief.show", showDebrief, { applicationId, stageId: null });

describe("debrief.show", () => {
  it("orders criteria by disagreement and says where the raters differ", async () => {
    const { cast, made } = world;
    const content = fullContent(made);
    const [, second] = made.criterionIds;
    const disputed = {
      ...content,
      ratings: content.ratings.map((one) =>
        one.criterionId === second ? { ...one, rating: "no" as const } : one,
      ),
    };
    const { applicationId } = await makeRatedLoop(world, [
      { by: cast.interviewer },
      { by: cast.second, content: disputed },
    ]);
    const view = await show(cast.manager, applicationId);
    expect(view.rows.map((row) => row.spread)).toEqual([2, 0, 0]);
    expect(view.rows[0]).toMatchObject({ criterionId: second, name: "security" });
    expect(view.agreement).toBe(
      "Both raters agree on business-rules and data-at-scale, and differ on security (from no to yes).",
    );
    expect(view.rows[0]?.cells.map((cell) => cell.rating).toSorted()).toEqual(["no", "yes"]);
    expect(view.state).toBe("ready");
  });

  it("leaves shadows out of the figures and shows them as such", async () => {
    const { cast, made, org } = world;
    const { applicationId } = await makeRatedLoop(world);
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", [], {
      shadows: [cast.third],
    });
    await command(harness, org, cast.third, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      content: fullContent(made, "no"),
    });
    const view = await show(cast.manager, applicationId);
    expect(view.rows.map((row) => row.spread)).toEqual([0, 0, 0]);
    expect(view.raters.map((rater) => rater.shadow).filter(Boolean)).toHaveLength(1);
  });

  it("law 1: shows an interviewer who owes that scorecards exist, and none of their words", async () => {
    const { cast, made, org } = world;
    const { applicationId } = await makeRatedLoop(world, [{ by: cast.interviewer }]);
    await makeInterview(harness, org, made, applicationId, "loopB", [cast.second]);
    for (const actor of [cast.second, cast.interviewer, cast.manager, cast.recruiter]) {
      const view = await show(actor, applicationId);
      expect(view.sealed?.sentence).toMatch(/^Sealed/);
      expect(view).toMatchObject({ rows: [], sessions: [], decisions: [], agreement: "" });
      expect(view.raters.every((one) => one.recommendation === null && one.summary === "")).toBe(
        true,
      );
      expect(JSON.stringify(view)).not.toContain("Explained the trade-off");
    }
  });

  it("is for the job's leads and those assigned, and hides another organization's", async () => {
    const { applicationId } = await makeRatedLoop(world);
    expect(await refusal(show(world.cast.engineer, applicationId))).toBe("FORBIDDEN");
    expect(await refusal(show(world.cast.admin, applicationId))).toBe("FORBIDDEN");
    const other = await makeOrg(harness);
    expect(
      await refusal(
        query(harness, other.org, other.cast.manager, "debrief.show", showDebrief, {
          applicationId,
          stageId: null,
        }),
      ),
    ).toBe("NOT_FOUND");
  });
});

describe("debrief.open", () => {
  it("opens once the quorum is in, with one audit entry", async () => {
    const { cast, made, org } = world;
    const { applicationId } = await makeRatedLoop(world, [{ by: cast.interviewer }]);
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopB", [
      cast.second,
    ]);
    expect(await refusal(open(cast.recruiter, applicationId))).toBe("DEBRIEF_NOT_READY");
    await command(harness, org, cast.second, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      content: fullContent(made),
    });
    const view = await open(cast.recruiter, applicationId);
    expect(view.state).toBe("open");
    const entries = (await auditTrail(harness, org.id)).filter(
      (one) => one.subjectId === view.sessions[0]?.id,
    );
    expect(entries.map((one) => one.action)).toEqual(["debrief.open"]);
    expect(await refusal(open(cast.manager, applicationId))).toBe("DEBRIEF_STARTED");
    expect(await refusal(open(cast.interviewer, applicationId))).toBe("FORBIDDEN");
  });

  it("opens one session, however many open it at once", async () => {
    const { applicationId } = await makeRatedLoop(world);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        open(n % 2 === 0 ? world.cast.manager : world.cast.recruiter, applicationId),
      ),
    );
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect((await show(world.cast.manager, applicationId)).sessions).toHaveLength(1);
  });

  it("law 1: is refused to a lead who was excused in the stage, until it is decided", async () => {
    const { cast, made, org } = world;
    const { applicationId } = await makeRatedLoop(world);
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", [
      cast.manager,
    ]);
    await command(harness, org, cast.recruiter, "scorecard.excuse", excuseScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      why: "ill" as const,
      reason: "At home with a fever",
    });
    expect(await refusal(open(cast.manager, applicationId))).toBe("SEALED_EXCUSED");
    const view = await open(cast.substitute, applicationId);
    expect(view.raters.find((one) => one.state === "excused")?.excused).toContain("Ill");
  });

  it("law 1: says why somebody was excused to those who lead, and to other raters only that", async () => {
    const { cast, made, org } = world;
    const { applicationId } = await makeRatedLoop(world);
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "loopA", [
      cast.third,
    ]);
    await command(harness, org, cast.recruiter, "scorecard.excuse", excuseScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      why: "ill" as const,
      reason: "At home with a fever",
    });
    const led = await show(cast.recruiter, applicationId);
    expect(led.raters.find((one) => one.state === "excused")?.excused).toContain("fever");
    const read = await show(cast.interviewer, applicationId);
    expect(read.raters.find((one) => one.state === "excused")?.excused).toBeNull();
    expect(JSON.stringify(read)).not.toContain("fever");
    const page = await query(harness, org, cast.interviewer, "application.show", showApplication, {
      applicationId,
    });
    expect(page.timeline.map((one) => one.kind)).toContain("scorecard.excused");
    expect(JSON.stringify(page)).not.toMatch(/fever|"ill"/);
  });
});

describe("debrief.close and debrief.reopen", () => {
  it("law 5: reopens as a new session with a reason; the earlier one stays", async () => {
    const { cast, org } = world;
    const { applicationId } = await makeRatedLoop(world);
    const reopen = (actor: Member) =>
      command(harness, org, actor, "debrief.reopen", reopenDebrief, {
        ...loop(applicationId),
        reason: "New facts from the take-home.",
      });
    expect(await refusal(reopen(cast.manager))).toBe("DEBRIEF_NOT_CLOSED");
    await open(cast.recruiter, applicationId);
    expect(await refusal(close(cast.recruiter, applicationId))).toBe("FORBIDDEN");
    await close(cast.manager, applicationId);
    expect(await refusal(reopen(cast.recruiter))).toBe("FORBIDDEN");
    const view = await reopen(cast.manager);
    expect(view.sessions).toMatchObject([
      { session: 1, state: "closed" },
      { session: 2, state: "open", reason: "New facts from the take-home." },
    ]);
    const input = decision(world, applicationId, "loop");
    expect(await refusal(decideAs(world, cast.manager, input))).toBe("DEBRIEF_MISSING");
  });
});

describe("debrief.skip", () => {
  it("settles that there is none where the plan asks for none, and is refused where it does", async () => {
    const { cast, made, org } = world;
    const rated = await makeRatedLoop(world);
    const skip = (actor: Member, applicationId: string, stageId: string) =>
      command(harness, org, actor, "debrief.skip", skipDebrief, {
        applicationId,
        stageId,
        reason: "One interview, nothing to compare.",
      });
    expect(await refusal(skip(cast.manager, rated.applicationId, made.stages.loop))).toBe(
      "DEBRIEF_REQUIRED",
    );
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "screen", [
      cast.interviewer,
    ]);
    expect(await refusal(skip(cast.manager, applicationId, made.stages.screen))).toBe(
      "DEBRIEF_NOT_READY",
    );
    await command(harness, org, cast.interviewer, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      content: fullContent(made),
    });
    expect(await refusal(skip(cast.recruiter, applicationId, made.stages.screen))).toBe(
      "FORBIDDEN",
    );
    expect(await skip(cast.manager, applicationId, made.stages.screen)).toMatchObject({
      state: "not_held",
    });
    await decideAs(world, cast.manager, decision(world, applicationId, "screen"));
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { makeRatedLoop, type World } from "../../test/deciding.ts";
import { makeJob, makeOrg } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import type { Member } from "../context.ts";
import { closeDebrief } from "./close.ts";
import { openDebrief } from "./open.ts";
import { rateAgain } from "./rate.ts";
import { saveDebriefNotes } from "./save-notes.ts";

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

describe("debrief.rate", () => {
  it("keeps the first rating beside the second, and freezes at the close", async () => {
    const { cast, made, org } = world;
    const { applicationId, scorecardIds } = await makeRatedLoop(world);
    const [criterionId = ""] = made.criterionIds;
    const rate = (actor: Member, rating: "no" | "mixed", scorecard = scorecardIds[0]) =>
      command(harness, org, actor, "debrief.rate", rateAgain, {
        scorecardId: scorecard ?? "",
        criterionId,
        rating,
        reason: "After what I heard.",
      });
    expect(await refusal(rate(cast.interviewer, "no"))).toBe("DEBRIEF_NOT_OPEN");
    await open(cast.manager, applicationId);
    await rate(cast.interviewer, "no");
    const view = await rate(cast.interviewer, "mixed");
    const cell = view.rows
      .find((row) => row.criterionId === criterionId)
      ?.cells.find((one) => one.scorecardId === scorecardIds[0]);
    expect(cell).toMatchObject({ rating: "yes", second: { rating: "mixed", session: 1 } });
    // What is compared are the ratings as they stand: yes beside mixed.
    expect(view.rows.map((row) => [row.criterionId, row.spread])).toContainEqual([criterionId, 1]);
    const apart = await rate(cast.interviewer, "no");
    expect(apart.rows[0]).toMatchObject({ criterionId, spread: 2 });
    expect(apart.agreement).toContain("(from no to yes)");
    expect(apart.form.criteria.every((one) => one.rated)).toBe(true);
    expect(await refusal(rate(cast.second, "no"))).toBe("FORBIDDEN");
    expect(await refusal(rate(cast.manager, "no"))).toBe("FORBIDDEN");
    await close(cast.manager, applicationId);
    expect(await refusal(rate(cast.interviewer, "no"))).toBe("DEBRIEF_NOT_OPEN");
  });
});

describe("debrief.saveNotes", () => {
  it("keeps notes while it is open and refuses to overwrite what one has not seen", async () => {
    const { cast, org } = world;
    const { applicationId } = await makeRatedLoop(world);
    const save = (actor: Member, previous: string, notes: string) =>
      command(harness, org, actor, "debrief.saveNotes", saveDebriefNotes, {
        ...loop(applicationId),
        previous,
        notes,
      });
    expect(await refusal(save(cast.recruiter, "", "early"))).toBe("DEBRIEF_NOT_OPEN");
    await open(cast.manager, applicationId);
    const view = await save(cast.recruiter, "", "Depth in data.");
    expect(view.sessions[0]?.notes).toBe("Depth in data.");
    expect(await refusal(save(cast.manager, "", "Another."))).toBe("NOTES_OUTDATED");
    expect(await refusal(save(cast.interviewer, "Depth in data.", "Mine."))).toBe("FORBIDDEN");
    await close(cast.manager, applicationId);
    expect(await refusal(save(cast.manager, "Depth in data.", "Late."))).toBe("DEBRIEF_NOT_OPEN");
  });
});

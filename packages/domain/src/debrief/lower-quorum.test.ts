import { beforeAll, describe, expect, it } from "vitest";
import { decideAs, decision, holdDebrief, makeRatedLoop, type World } from "../../test/deciding.ts";
import { makeInterview, makeJob, makeOrg } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import type { Member } from "../context.ts";
import { lowerQuorum } from "./lower-quorum.ts";
import { showDebrief } from "./show.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
});

const loop = (applicationId: string) => ({ applicationId, stageId: world.made.stages.loop });
const show = (actor: Member, applicationId: string) =>
  query(harness, world.org, actor, "debrief.show", showDebrief, { applicationId, stageId: null });

describe("law 4: debrief.lowerQuorum", () => {
  it("lets the rest decide, and stays visible with its reason", async () => {
    const { cast, made, org } = world;
    const { applicationId } = await makeRatedLoop(world, [{ by: cast.interviewer }]);
    await makeInterview(harness, org, made, applicationId, "loopB", [cast.second]);
    const lower = (actor: Member, to: number) =>
      command(harness, org, actor, "debrief.lowerQuorum", lowerQuorum, {
        ...loop(applicationId),
        to,
        reason: "Away for a month.",
      });
    expect(await refusal(lower(cast.interviewer, 1))).toBe("FORBIDDEN");
    expect(await refusal(lower(cast.manager, 2))).toBe("QUORUM_NOT_LOWER");
    const view = await lower(cast.recruiter, 1);
    expect(view.quorum).toEqual({
      needed: 1,
      counted: 1,
      met: true,
      lowered: { to: 1, reason: "Away for a month.", by: "recruiter" },
    });
    expect((await show(cast.second, applicationId)).sealed?.sentence).toMatch(/owe/);
    await holdDebrief(world, applicationId);
    const offer = decision(world, applicationId, "loop", { kind: "offer" });
    expect(await refusal(decideAs(world, cast.manager, offer))).toBe("TWO_PEOPLE");
  });
});

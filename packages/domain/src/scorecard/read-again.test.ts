import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { makeRatedLoop, type World } from "../../test/deciding.ts";
import { fullContent, makeInterview, makeJob, makeOrg } from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { openDebrief } from "../debrief/open.ts";
import { saveDebriefNotes } from "../debrief/save-notes.ts";
import { submitScorecard } from "./submit.ts";

const harness = useHarness();
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
});

const HOUR = 3_600_000;

/** Seats the manager of the job with the candidate, at an instant beside now. */
async function seat(applicationId: string, hours: number): Promise<string> {
  const { org, cast, made } = world;
  const { scorecardIds } = await makeInterview(
    harness,
    org,
    made,
    applicationId,
    "loopA",
    [cast.manager],
    { startsAt: new Date(Date.now() + hours * HOUR) },
  );
  return scorecardIds[0] ?? "";
}

describe("laws 1 and 14: an answer under its key", () => {
  it("is given again, until its reader is seated and owes", async () => {
    const { org, cast, made } = world;
    const { applicationId } = await makeRatedLoop(world);
    const at = { applicationId, stageId: made.stages.loop };
    await command(harness, org, cast.manager, "debrief.open", openDebrief, at);
    const input = { ...at, notes: "Talked it over.", previous: "" };
    const key = randomUUID();
    const save = () =>
      command(harness, org, cast.manager, "debrief.saveNotes", saveDebriefNotes, input, { key });
    const answer = await save();
    expect(JSON.stringify(answer)).toContain("Explained the trade-off with figures.");
    expect(await save()).toEqual(answer);
    await seat(applicationId, 1);
    expect(await refusal(save())).toBe("SEALED_OWES");
    const entries = (await auditTrail(harness, org.id)).filter(
      (entry) => entry.action === "debrief.saveNotes",
    );
    expect(entries).toHaveLength(1);
  });

  it("is given again to one who owed already when it was given", async () => {
    const { org, cast, made } = world;
    const { applicationId } = await makeRatedLoop(world);
    const scorecardId = await seat(applicationId, -2);
    await seat(applicationId, -1);
    const key = randomUUID();
    const submit = () =>
      command(
        harness,
        org,
        cast.manager,
        "scorecard.submit",
        submitScorecard,
        { scorecardId, content: fullContent(made) },
        { key },
      );
    expect(await submit()).toEqual(await submit());
  });
});

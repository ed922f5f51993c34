import { applicationStage, scorecardVersion } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
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
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import type { Role } from "../duties.ts";
import { setTeam } from "../job/index.ts";
import { setRoles } from "../organization/index.ts";
import { breakTheGlass } from "./break-glass.ts";
import { correctScorecard } from "./correct.ts";
import { submitScorecard } from "./submit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

async function loop(people: readonly Member[], planned: "screen" | "loopA" = "loopA") {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
  });
  const { scorecardIds } = await makeInterview(harness, org, made, applicationId, planned, people);
  return { applicationId, candidateId, scorecardIds };
}

const submit = (actor: Member, scorecardId = "") =>
  command(harness, org, actor, "scorecard.submit", submitScorecard, {
    scorecardId,
    content: fullContent(made),
  });
const correct = (actor: Member, scorecardId = "", reason = "I mixed up two answers.") =>
  command(harness, org, actor, "scorecard.correct", correctScorecard, {
    scorecardId,
    reason,
    content: fullContent(made, "no"),
  });

/** Two applications whose screens opened, one before a change and one after it. */
async function openedAround(change: () => Promise<unknown>) {
  const before = await loop([cast.second], "screen");
  const after = await loop([cast.second], "screen");
  await submit(cast.second, before.scorecardIds[0]);
  await change();
  await submit(cast.second, after.scorecardIds[0]);
  return { before: before.applicationId, after: after.applicationId };
}

async function laterCard(applicationId: string, author: Member) {
  const seated = { assignedAt: new Date() };
  const later = await makeInterview(harness, org, made, applicationId, "loopA", [author], seated);
  const [first] = (await submit(author, later.scorecardIds[0])).versions;
  return first;
}

async function setUndecided(applicationId: string, stageId: string) {
  await harness.within(org.id, (tx) =>
    tx
      .update(applicationStage)
      .set({ decidedAt: null })
      .where(
        and(
          eq(applicationStage.orgId, org.id),
          eq(applicationStage.applicationId, applicationId),
          eq(applicationStage.stageId, stageId),
        ),
      ),
  );
}

async function versions(scorecardId = "") {
  const rows = await harness.within(org.id, (tx) =>
    tx
      .select()
      .from(scorecardVersion)
      .where(and(eq(scorecardVersion.orgId, org.id), eq(scorecardVersion.scorecardId, scorecardId)))
      .orderBy(asc(scorecardVersion.number)),
  );
  return rows.map(({ number, afterReading, readStages }) => ({ number, afterReading, readStages }));
}

describe("law 3: scorecard.correct", () => {
  it("adds a version with its reason and leaves the first as it was", async () => {
    const { scorecardIds } = await loop([cast.interviewer, cast.second]);
    await submit(cast.interviewer, scorecardIds[0]);
    const view = await correct(cast.interviewer, scorecardIds[0]);
    expect(view.versions.map((v) => [v.number, v.recommendation, v.reason])).toEqual([
      [2, "no", "I mixed up two answers."],
      [1, "yes", null],
    ]);
    expect(view.versions.every((v) => v.ratings.length === 3)).toBe(true);
    const entries = (await auditTrail(harness, org.id)).filter(
      (entry) => entry.subjectId === scorecardIds[0],
    );
    expect(entries.map((entry) => entry.action)).toEqual(["scorecard.submit", "scorecard.correct"]);
  });

  it("refuses what was not submitted, and what breaks law 2", async () => {
    const { scorecardIds } = await loop([cast.interviewer]);
    expect(await refusal(correct(cast.interviewer, scorecardIds[0]))).toBe(
      "SCORECARD_NOT_SUBMITTED",
    );
    await submit(cast.interviewer, scorecardIds[0]);
    const short = { ...fullContent(made), ratings: fullContent(made).ratings.slice(1) };
    expect(
      await refusal(
        command(harness, org, cast.interviewer, "scorecard.correct", correctScorecard, {
          scorecardId: scorecardIds[0] ?? "",
          reason: "Shorter.",
          content: short,
        }),
      ),
    ).toBe("CRITERIA_INCOMPLETE");
  });

  it("is its author's alone, and hidden from another organization", async () => {
    const { scorecardIds } = await loop([cast.interviewer]);
    await submit(cast.interviewer, scorecardIds[0]);
    for (const other of [cast.admin, cast.recruiter, cast.manager, cast.second]) {
      expect(await refusal(correct(other, scorecardIds[0]))).toBe("FORBIDDEN");
    }
    const elsewhere = await makeOrg(harness);
    expect(
      await refusal(
        command(
          harness,
          elsewhere.org,
          elsewhere.cast.interviewer,
          "scorecard.correct",
          correctScorecard,
          { scorecardId: scorecardIds[0] ?? "", reason: "No.", content: fullContent(made) },
        ),
      ),
    ).toBe("NOT_FOUND");
  });

  it("says whether its author could read another's by then", async () => {
    const { scorecardIds } = await loop([cast.interviewer, cast.second]);
    const [first, second] = scorecardIds;
    await submit(cast.interviewer, first);
    await correct(cast.interviewer, first);
    await submit(cast.second, second);
    await correct(cast.interviewer, first);
    expect(await versions(first)).toEqual([
      { number: 1, afterReading: false, readStages: [] },
      { number: 2, afterReading: false, readStages: [] },
      { number: 3, afterReading: true, readStages: ["Loop"] },
    ]);
    expect(await versions(second)).toEqual([{ number: 1, afterReading: false, readStages: [] }]);
  });

  it("two corrections at once are two versions, one after the other", async () => {
    const { scorecardIds } = await loop([cast.interviewer]);
    await submit(cast.interviewer, scorecardIds[0]);
    await Promise.all([
      correct(cast.interviewer, scorecardIds[0], "First thought."),
      correct(cast.interviewer, scorecardIds[0], "Second thought."),
    ]);
    expect((await versions(scorecardIds[0])).map((v) => v.number)).toEqual([1, 2, 3]);
  });
});

describe("law 1: a later scorecard says which its author had read", () => {
  it("names the earlier stage that its decider could read", async () => {
    const { applicationId, scorecardIds } = await loop([cast.second], "screen");
    const later = await makeInterview(harness, org, made, applicationId, "loopA", [cast.manager]);
    await setUndecided(applicationId, made.stages.screen);
    await submit(cast.second, scorecardIds[0]);
    const view = await submit(cast.manager, later.scorecardIds[0]);
    expect(view.versions[0]).toMatchObject({ afterReading: true, readStages: ["Screen"] });
  });

  it("names nothing for who neither leads nor rated before", async () => {
    const { applicationId, scorecardIds } = await loop([cast.second], "screen");
    await submit(cast.second, scorecardIds[0]);
    const later = await makeInterview(harness, org, made, applicationId, "loopA", [
      cast.interviewer,
    ]);
    const view = await submit(cast.interviewer, later.scorecardIds[0]);
    expect(view.versions[0]).toMatchObject({ afterReading: false, readStages: [] });
  });

  it("names nothing for a recruiter who was assigned before the stage opened", async () => {
    const { applicationId, scorecardIds } = await loop([cast.second], "screen");
    const later = await makeInterview(harness, org, made, applicationId, "loopA", [cast.recruiter]);
    await submit(cast.second, scorecardIds[0]);
    const view = await submit(cast.recruiter, later.scorecardIds[0]);
    expect(view.versions[0]).toMatchObject({ afterReading: false });
  });

  it("names the stage whose glass its author broke", async () => {
    const { applicationId, scorecardIds } = await loop([cast.second, cast.manager]);
    await submit(cast.second, scorecardIds[0]);
    await command(harness, org, cast.manager, "scorecard.breakGlass", breakTheGlass, {
      applicationId,
      stageId: made.stages.loop,
      reason: "The candidate says that the interviewer insulted them.",
    });
    const view = await submit(cast.manager, scorecardIds[1]);
    expect(view.versions[0]).toMatchObject({ afterReading: true, readStages: ["Loop"] });
  });

  it("names what a duty that ended meanwhile had opened, and nothing that opened after it", async () => {
    const team = (manager: Member) =>
      command(harness, org, cast.recruiter, "job.setTeam", setTeam, {
        jobId: made.jobId,
        team: [
          { memberId: cast.recruiter.memberId, duty: "recruiter" },
          { memberId: manager.memberId, duty: "hiring_manager" },
        ],
      });
    const { before, after } = await openedAround(() => team(cast.substitute));
    expect(await laterCard(before, cast.manager)).toMatchObject({
      afterReading: true,
      readStages: ["Screen"],
    });
    expect(await laterCard(after, cast.manager)).toMatchObject({ afterReading: false });
    await team(cast.manager);
  });

  it("names what a role that was taken away had opened, and nothing that opened after it", async () => {
    const roles = (next: Role[]) =>
      command(harness, org, cast.admin, "organization.setRoles", setRoles, {
        memberId: cast.manager.memberId,
        roles: next,
      });
    const { before, after } = await openedAround(() => roles(["interviewer"]));
    expect(await laterCard(before, cast.manager)).toMatchObject({
      afterReading: true,
      readStages: ["Screen"],
    });
    expect(await laterCard(after, cast.manager)).toMatchObject({ afterReading: false });
    await roles(["hiring_manager"]);
  });

  it("notes since when a stage is open", async () => {
    const { applicationId, scorecardIds } = await loop([cast.interviewer, cast.second]);
    const openedAt = async () => {
      const [row] = await harness.within(org.id, (tx) =>
        tx
          .select({ openedAt: applicationStage.openedAt })
          .from(applicationStage)
          .where(
            and(
              eq(applicationStage.orgId, org.id),
              eq(applicationStage.applicationId, applicationId),
              eq(applicationStage.stageId, made.stages.loop),
            ),
          ),
      );
      return row?.openedAt ?? null;
    };
    await submit(cast.interviewer, scorecardIds[0]);
    expect(await openedAt()).toBeNull();
    await submit(cast.second, scorecardIds[1]);
    expect(await openedAt()).not.toBeNull();
  });
});

import { adjustment, candidate, hiringTeam } from "@rubric/db/schema";
import { newId } from "@rubric/db";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, type MadeJob, makeJob, makeOrg, makeRelation } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { makeTalk } from "../../test/interviews.ts";
import type { Member, Org } from "../context.ts";
import { setFocus } from "./set-focus.ts";
import { showKit } from "./show-kit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const scheduled = (of: { hours?: number; people?: readonly Member[] } = {}) =>
  makeTalk(harness, { org, made }, of.people ?? [cast.interviewer, cast.second], of.hours);
const kit = (actor: Member, interviewId: string) =>
  query(harness, org, actor, "interview.showKit", showKit, { interviewId });

describe("interview.setFocus", () => {
  const focus = (actor: Member, interviewId: string, words = "Ask about isolation levels.") =>
    command(harness, org, actor, "interview.setFocus", setFocus, { interviewId, focus: words });

  it("is handed on to who interviews, and refuses what judges", async () => {
    const { interviewId } = await scheduled({ hours: 2 });
    await focus(cast.manager, interviewId);
    expect((await kit(cast.interviewer, interviewId)).interview.focus).toBe(
      "Ask about isolation levels.",
    );
    expect(await refusal(focus(cast.manager, interviewId, "She struggled with SQL."))).toBe(
      "FOCUS_JUDGES",
    );
    expect(await refusal(focus(cast.coordinator, interviewId))).toBe("FORBIDDEN");
    expect(await refusal(focus(cast.interviewer, interviewId))).toBe("FORBIDDEN");
  });
});

describe("interview.showKit", () => {
  it("has what one needs while talking, and neither contact nor pay nor a why (law 17)", async () => {
    const { applicationId, candidateId, interviewId } = await scheduled();
    await harness.within(org.id, async (tx) => {
      await tx
        .update(candidate)
        .set({ phone: "+49 30 5550100", links: ["https://casey.example"] })
        .where(and(eq(candidate.orgId, org.id), eq(candidate.id, candidateId)));
      await tx.insert(adjustment).values([
        {
          orgId: org.id,
          id: newId(),
          applicationId,
          asked: "PLANTED-WHY: a condition of the eyes",
          effect: "75 minutes",
          createdAt: new Date(),
          answeredAt: new Date(),
        },
        {
          orgId: org.id,
          id: newId(),
          applicationId,
          asked: "PLANTED-WHY: not answered yet",
          effect: "",
          createdAt: new Date(),
        },
      ]);
    });
    const view = await kit(cast.interviewer, interviewId);
    expect(view).toMatchObject({
      candidate: { name: "Casey Candidate", headline: "Backend engineer" },
      adjustments: ["75 minutes"],
      interview: { name: "Security", plannedMinutes: 60 },
      people: [{ name: "interviewer" }, { name: "second" }],
      scorecard: { state: "assigned", author: { name: "interviewer" } },
      others: { needed: 2, counted: 0, scorecards: [] },
      may: { write: null, markAbsent: null, readFile: true, openApplication: true },
    });
    expect(view.criteria).toHaveLength(3);
    expect(view.criteria[0]?.levels.map((level) => [level.name, level.expected])).toEqual([
      ["Engineer", false],
      ["Senior", true],
    ]);
    expect(view.questions[0]).toMatchObject({
      criterionId: made.criterionIds[0],
      followUps: ["Why?"],
      strongSignals: ["Clear"],
      redFlags: ["Vague"],
    });
    const text = JSON.stringify(view);
    for (const hidden of [
      "people.test",
      "5550100",
      "casey.example",
      "PLANTED-WHY",
      "Be concrete.",
    ]) {
      expect(text).not.toContain(hidden);
    }
  });

  it("is shown to who leads the job, without a scorecard, and to nobody else", async () => {
    const { interviewId } = await scheduled();
    expect(await kit(cast.recruiter, interviewId)).toMatchObject({ scorecard: null });
    for (const other of [cast.third, cast.coordinator, cast.otherRecruiter, cast.admin]) {
      expect(await refusal(kit(other, interviewId))).toBe("FORBIDDEN");
    }
  });

  it("says why a conflicted author does not write (law 7)", async () => {
    const { interviewId, candidateId } = await scheduled();
    await makeRelation(harness, org, candidateId, cast.second, "relation");
    const view = await kit(cast.second, interviewId);
    expect(view.may.write?.law).toBe(7);
  });
});

it("a substitute leads like the hiring manager", async () => {
  const duties = await harness.within(org.id, (tx) =>
    tx
      .select({ duty: hiringTeam.duty })
      .from(hiringTeam)
      .where(and(eq(hiringTeam.orgId, org.id), eq(hiringTeam.memberId, cast.substitute.memberId))),
  );
  expect(duties[0]?.duty).toBe("substitute");
  const { interviewId } = await scheduled();
  expect(await kit(cast.substitute, interviewId)).toMatchObject({ scorecard: null });
});

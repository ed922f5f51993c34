import { hiringTeam, scorecard } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
  makeRelation,
  type MadeJob,
} from "../test/factories.ts";
import { useHarness } from "../test/harness.ts";
import type { Member, Org } from "./context.ts";
import type { SubjectFacts } from "./subjects.ts";
import { tiesOf } from "./ties.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const none = { applies: false, team: [], assigned: false };

function ties(one: Member, subject: Partial<SubjectFacts>) {
  const facts = { kind: "application" as const, id: null, jobId: made.jobId, ...subject };
  return harness.within(org.id, (tx) => tiesOf(tx, org.id, one.memberId, facts));
}

describe("a member's ties to a subject", () => {
  it("are their seats in the job's team", async () => {
    expect(await ties(cast.engineer, {})).toEqual(none);
    expect(await ties(cast.manager, {})).toEqual({ ...none, team: ["hiring_manager"] });
    const seat = { orgId: org.id, jobId: made.jobId, memberId: cast.manager.memberId };
    await harness.within(org.id, (tx) =>
      tx.insert(hiringTeam).values({ ...seat, duty: "substitute" }),
    );
    const { team } = await ties(cast.manager, {});
    expect(team.toSorted()).toEqual(["hiring_manager", "substitute"]);
  });

  it("are a scorecard of theirs that is not void: in the interview itself, or in the application", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "loop" });
    const theirs = await makeInterview(harness, org, made, applicationId, "loopA", [cast.second]);
    const other = await makeInterview(harness, org, made, applicationId, "loopB", [cast.third]);
    const interview = (id: string) =>
      ties(cast.second, { kind: "interview", id, applicationId }).then((one) => one.assigned);
    const application = () => ties(cast.second, { applicationId }).then((one) => one.assigned);
    expect(await application()).toBe(true);
    expect(await interview(theirs.interviewId)).toBe(true);
    expect(await interview(other.interviewId)).toBe(false);
    const [card = ""] = theirs.scorecardIds;
    await harness.within(org.id, (tx) =>
      tx
        .update(scorecard)
        .set({ state: "void" })
        .where(and(eq(scorecard.orgId, org.id), eq(scorecard.id, card))),
    );
    expect([await application(), await interview(theirs.interviewId)]).toEqual([false, false]);
  });

  it("are their own application to the job, as long as it is under way", async () => {
    const { candidateId } = await makeApplication(harness, org, made);
    await makeRelation(harness, org, candidateId, cast.engineer, "referral");
    expect(await ties(cast.engineer, {})).toEqual(none);
    await makeRelation(harness, org, candidateId, cast.engineer, "self");
    expect(await ties(cast.engineer, {})).toEqual({ ...none, applies: true });
    const elsewhere = await makeJob(harness, { org, cast });
    expect(await ties(cast.engineer, { jobId: elsewhere.jobId })).toEqual(none);
  });
});

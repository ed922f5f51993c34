import { hiringTeam, mail, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { setJob } from "../test/applications.ts";
import {
  type Cast,
  fullContent,
  type MadeJob,
  makeApplication,
  makeInterview,
  makeJob,
  makeOrg,
} from "../test/factories.ts";
import { command, query, refusal, useHarness } from "../test/harness.ts";
import { showBoard } from "./application/index.ts";
import { declareRelation, searchCandidates } from "./candidate/index.ts";
import type { Member, Org } from "./context.ts";
import { allowsDuty, type Role, ROLES, TEAM_DUTIES } from "./duties.ts";
import { isHeldDuty } from "./held-duty.ts";
import { showHome } from "./home/index.ts";
import { addOpening, listJobs, openJob } from "./job/index.ts";
import { setRoles } from "./organization/index.ts";
import { submitScorecard } from "./scorecard/submit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeEach(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

async function become(one: Member, roles: Role[]): Promise<Member> {
  await command(harness, org, cast.admin, "organization.setRoles", setRoles, {
    memberId: one.memberId,
    roles,
  });
  return { ...one, roles };
}
const board = (by: Member) =>
  query(harness, org, by, "application.board", showBoard, { jobId: made.jobId });
const addSeat = (by: Member) =>
  command(harness, org, by, "job.addOpening", addOpening, { jobId: made.jobId });
const home = (by: Member) => query(harness, org, by, "home.show", showHome, {});
const jobs = async (by: Member) =>
  (
    await query(harness, org, by, "job.list", listJobs, {
      states: [],
      mine: true,
      search: null,
    })
  ).jobs.map((one) => ({ id: one.id, owner: one.owner?.id ?? null, opens: one.opens }));
const found = async (by: Member) =>
  (
    await query(harness, org, by, "candidate.search", searchCandidates, {
      query: "",
    })
  ).addTo.map((one) => one.jobId);

describe("law 15: a duty counts only as long as the member's roles allow it", () => {
  it.each(TEAM_DUTIES)("%s, by one rule in a query as everywhere else", async (duty) => {
    const seat = { orgId: org.id, jobId: made.jobId, memberId: cast.engineer.memberId };
    await harness.within(org.id, (tx) => tx.insert(hiringTeam).values({ ...seat, duty }));
    for (const role of ROLES) {
      const held = await harness.within(org.id, async (tx) => {
        await tx
          .update(member)
          .set({ roles: [role] })
          .where(and(eq(member.orgId, org.id), eq(member.id, seat.memberId)));
        const mine = eq(hiringTeam.memberId, seat.memberId);
        return tx.select().from(hiringTeam).where(and(mine, isHeldDuty()));
      });
      expect([role, held.length === 1]).toEqual([role, allowsDuty([role], duty)]);
    }
  });

  it("takes the recruiter's duty away with the role, and gives it back with it", async () => {
    await makeApplication(harness, org, made);
    await addSeat(cast.recruiter);
    const engineer = await become(cast.recruiter, ["engineer", "interviewer"]);
    expect(await refusal(board(engineer))).toBe("FORBIDDEN");
    expect(await refusal(addSeat(engineer))).toBe("FORBIDDEN");
    expect(await jobs(engineer)).toEqual([]);
    const again = await become(engineer, ["recruiter"]);
    await addSeat(again);
    expect((await board(again)).columns).not.toEqual([]);
  });

  it("takes it from every list and mail, and the job lacks who may act", async () => {
    const { applicationId } = await makeApplication(harness, org, made);
    expect(await found(cast.recruiter)).toEqual([made.jobId]);
    const elsewhere = await become(cast.recruiter, ["hiring_manager"]);
    expect(await found(elsewhere)).toEqual([]);
    expect(await jobs(cast.manager)).toEqual([{ id: made.jobId, owner: null, opens: "pipeline" }]);
    await command(harness, org, cast.manager, "candidate.declareRelation", declareRelation, {
      applicationId,
      note: "We were neighbours.",
    });
    const letters = await harness.within(org.id, (tx) =>
      tx.select({ to: mail.recipientId }).from(mail).where(eq(mail.orgId, org.id)),
    );
    expect(letters).toEqual([]);
    expect((await home(cast.manager)).waiting).not.toEqual([]);
    expect((await home(await become(cast.manager, ["engineer"]))).waiting).toEqual([]);
    await become(cast.manager, ["hiring_manager"]);
    await setJob({ harness, org }, made.jobId, { state: "draft" });
    const open = command(harness, org, cast.manager, "job.open", openJob, { jobId: made.jobId });
    expect(await refusal(open)).toBe("JOB_NOT_READY");
  });

  it("leaves an interviewer the seat they hold", async () => {
    const { applicationId } = await makeApplication(harness, org, made, { stage: "screen" });
    const { scorecardIds } = await makeInterview(harness, org, made, applicationId, "screen", [
      cast.interviewer,
    ]);
    const engineer = await become(cast.interviewer, ["engineer"]);
    const view = await command(harness, org, engineer, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[0] ?? "",
      content: fullContent(made),
    });
    expect(view.state).toBe("submitted");
  });
});

import { applicationStage, hiringTeam, member } from "@rubric/db/schema";
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
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import type { Member, Org } from "../context.ts";
import { showHome } from "../home/show.ts";
import { listInterviews } from "../interview/list.ts";
import { interviewsOf } from "../interview/view.ts";
import { showKit } from "../interview/show-kit.ts";
import { excuseScorecard } from "./excuse.ts";
import { listScorecards } from "./list.ts";
import { saveScorecardDraft } from "./save-draft.ts";
import { showScorecard } from "./show.ts";
import { submitScorecard } from "./submit.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

const PLANTED = "PLANTED: explained the trade-off with figures";
const DRAFTED = "DRAFTED: nobody but its author";

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const submit = (actor: Member, scorecardId = "", word = PLANTED) =>
  command(harness, org, actor, "scorecard.submit", submitScorecard, {
    scorecardId,
    content: fullContent(made, "yes", word),
  });

/** A screen of two people that is open, and a loop in which one submitted, one drafts, one owes. */
async function scene(owing: Member) {
  const { applicationId, candidateId } = await makeApplication(harness, org, made, {
    stage: "loop",
  });
  const screen = await makeInterview(harness, org, made, applicationId, "screen", [
    cast.third,
    cast.second,
  ]);
  const a = await makeInterview(harness, org, made, applicationId, "loopA", [
    cast.third,
    cast.second,
  ]);
  const b = await makeInterview(harness, org, made, applicationId, "loopB", [owing]);
  await submit(cast.third, screen.scorecardIds[0]);
  await submit(cast.second, screen.scorecardIds[1]);
  await submit(cast.third, a.scorecardIds[0]);
  await command(harness, org, cast.second, "scorecard.saveDraft", saveScorecardDraft, {
    scorecardId: a.scorecardIds[1] ?? "",
    revision: 0,
    content: fullContent(made, "no", DRAFTED),
  });
  return {
    applicationId,
    candidateId,
    own: b.scorecardIds[0] ?? "",
    interviewId: b.interviewId,
    otherInterviewId: a.interviewId,
    others: [...screen.scorecardIds, ...a.scorecardIds],
  };
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** Everything that a reader gets through the procedures of interviews, scorecards and home. */
async function everythingShownTo(reader: Member, at: Scene): Promise<string> {
  const { applicationId, interviewId } = at;
  const answers: unknown[] = [];
  const ask = async (call: Promise<unknown>) => {
    answers.push(await call.catch((error: unknown) => ({ refused: String(error) })));
  };
  await ask(query(harness, org, reader, "scorecard.list", listScorecards, { applicationId }));
  await ask(query(harness, org, reader, "interview.showKit", showKit, { interviewId }));
  await ask(
    query(harness, org, reader, "interview.showKit", showKit, { interviewId: at.otherInterviewId }),
  );
  for (const scope of ["mine", "jobs"] as const) {
    await ask(query(harness, org, reader, "interview.list", listInterviews, { scope }));
  }
  for (const scorecardId of [at.own, ...at.others]) {
    await ask(query(harness, org, reader, "scorecard.show", showScorecard, { scorecardId }));
  }
  await ask(query(harness, org, reader, "home.show", showHome, {}));
  answers.push(await harness.within(org.id, (tx) => interviewsOf(tx, org.id, applicationId)));
  return JSON.stringify(answers);
}

describe("law 1: nobody who owes reads what judges the candidate, whatever their duties", () => {
  const roles = [
    "interviewer",
    "recruiter",
    "manager",
    "substitute",
    "coordinator",
    "admin",
    "otherRecruiter",
    "engineer",
  ] as const;

  it.each(roles)("through every procedure here, as %s", async (role) => {
    const owing = cast[role];
    const at = await scene(owing);
    expect(await everythingShownTo(owing, at)).not.toMatch(/PLANTED|DRAFTED/);
  });

  it("also while drafting, and in another application of the same person", async () => {
    const at = await scene(cast.manager);
    await command(harness, org, cast.manager, "scorecard.saveDraft", saveScorecardDraft, {
      scorecardId: at.own,
      revision: 0,
      content: fullContent(made, "yes", "My own words."),
    });
    const shown = await everythingShownTo(cast.manager, at);
    expect(shown).not.toMatch(/PLANTED|DRAFTED/);
    expect(shown).toContain("My own words.");
    const otherJob = await makeJob(harness, { org, cast });
    const again = await makeApplication(harness, org, otherJob, {
      stage: "screen",
      candidateId: at.candidateId,
    });
    const list = await query(harness, org, cast.manager, "scorecard.list", listScorecards, {
      applicationId: again.applicationId,
    });
    expect(list.stages.map((stage) => stage.sealed?.sentence)).toEqual([
      "Sealed: you still owe a scorecard on this candidate.",
    ]);
  });

  it("nor after being excused, until the stage is decided", async () => {
    const at = await scene(cast.recruiter);
    await command(harness, org, cast.manager, "scorecard.excuse", excuseScorecard, {
      scorecardId: at.own,
      why: "cut_short",
      reason: "The line broke.",
    });
    await submit(cast.second, at.others[3]);
    expect(await everythingShownTo(cast.recruiter, at)).not.toMatch(/PLANTED|DRAFTED/);
    await harness.within(org.id, (tx) =>
      tx
        .update(applicationStage)
        .set({ decidedAt: new Date() })
        .where(
          and(
            eq(applicationStage.orgId, org.id),
            eq(applicationStage.applicationId, at.applicationId),
          ),
        ),
    );
    expect(await everythingShownTo(cast.recruiter, at)).toMatch(/PLANTED/);
  });

  it("nor by becoming hiring manager while owing", async () => {
    const at = await scene(cast.interviewer);
    const { memberId } = cast.interviewer;
    const own = and(eq(member.orgId, org.id), eq(member.id, memberId));
    await harness.within(org.id, async (tx) => {
      await tx
        .update(member)
        .set({ roles: ["hiring_manager"] })
        .where(own);
      const seat = { orgId: org.id, jobId: made.jobId, memberId };
      await tx.insert(hiringTeam).values({ ...seat, duty: "hiring_manager" });
    });
    expect(await everythingShownTo(cast.interviewer, at)).not.toMatch(/PLANTED|DRAFTED/);
    await harness.within(org.id, async (tx) => {
      await tx
        .update(member)
        .set({ roles: ["interviewer"] })
        .where(own);
      await tx
        .delete(hiringTeam)
        .where(
          and(
            eq(hiringTeam.orgId, org.id),
            eq(hiringTeam.memberId, memberId),
            eq(hiringTeam.duty, "hiring_manager"),
          ),
        );
    });
  });
});

describe("law 1: what opens, opens to whom", () => {
  it("opens with the quorum, never by one's own submission alone, and never shows a draft", async () => {
    const at = await scene(cast.interviewer);
    await submit(cast.interviewer, at.own, "My own words.");
    expect(await everythingShownTo(cast.interviewer, at)).not.toMatch(/PLANTED|DRAFTED/);
    expect(await everythingShownTo(cast.manager, at)).not.toContain("DRAFTED");
    await submit(cast.second, at.others[3], "The last of them.");
    const shown = await everythingShownTo(cast.interviewer, at);
    expect(shown).toContain("PLANTED");
    expect(shown).toContain("The last of them.");
    expect(shown).not.toContain("DRAFTED");
  });

  it("opens the loop to who rated in it, and the screen not", async () => {
    const at = await scene(cast.interviewer);
    await submit(cast.interviewer, at.own, "My own words.");
    await submit(cast.second, at.others[3]);
    const list = await query(harness, org, cast.interviewer, "scorecard.list", listScorecards, {
      applicationId: at.applicationId,
    });
    expect(list.stages.map((stage) => [stage.name, stage.sealed === null])).toEqual([
      ["Screen", false],
      ["Loop", true],
    ]);
  });

  it("refuses the list to who has no part in the application", async () => {
    const at = await scene(cast.interviewer);
    for (const other of [cast.engineer, cast.auditor, cast.approver, cast.coordinator]) {
      expect(
        await refusal(
          query(harness, org, other, "scorecard.list", listScorecards, {
            applicationId: at.applicationId,
          }),
        ),
      ).toBe("FORBIDDEN");
    }
    const elsewhere = await makeOrg(harness);
    expect(
      await refusal(
        query(harness, elsewhere.org, elsewhere.cast.manager, "scorecard.list", listScorecards, {
          applicationId: at.applicationId,
        }),
      ),
    ).toBe("NOT_FOUND");
  });
});

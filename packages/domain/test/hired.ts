import { newId } from "@rubric/db";
import { application, baselineNotice, decision, member } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { BASELINE_STATEMENT } from "../src/baseline/notice-rule.ts";
import type { Member, Org, StaffMember } from "../src/context.ts";
import { submitScorecard } from "../src/scorecard/submit.ts";
import {
  type Cast,
  fullContent,
  type MadeJob,
  makeApplication,
  makeInterview,
} from "./factories.ts";
import { command, type Harness } from "./harness.ts";

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);

export type HiredOptions = {
  name?: string;
  /** Days ago; null: never told. */
  toldDaysAgo?: number | null;
  raters?: readonly Member[];
  shadows?: readonly Member[];
  /** What each rater writes, by their name. */
  words?: (name: string) => string;
};

/** Who applied, was told, interviewed two days ago, rated and hired at senior level. */
export async function makeHired(
  harness: Harness,
  { org, cast, made }: { org: Org; cast: Cast; made: MadeJob },
  options: HiredOptions = {},
) {
  const {
    name = "Hanna Hired",
    toldDaysAgo = 9,
    words = (by: string) => `Seen by ${by}.`,
  } = options;
  const raters = options.raters ?? [cast.interviewer, cast.manager];
  const ids = await makeApplication(harness, org, made, { stage: "loop", name, at: daysAgo(9) });
  const { applicationId } = ids;
  const { interviewId, scorecardIds } = await makeInterview(
    harness,
    org,
    made,
    applicationId,
    "loopA",
    raters,
    { startsAt: daysAgo(2), state: "held", shadows: options.shadows ?? [] },
  );
  for (const [n, by] of [...raters, ...(options.shadows ?? [])].entries()) {
    await command(harness, org, by, "scorecard.submit", submitScorecard, {
      scorecardId: scorecardIds[n] ?? "",
      content: fullContent(made, n === 0 ? "yes" : "mixed", words(by.name)),
    });
  }
  await harness.within(org.id, async (tx) => {
    if (toldDaysAgo !== null) {
      await tx.insert(baselineNotice).values({
        orgId: org.id,
        applicationId,
        how: "post",
        text: BASELINE_STATEMENT,
        at: daysAgo(toldDaysAgo),
      });
    }
    await tx.insert(decision).values({
      orgId: org.id,
      id: newId(),
      applicationId,
      stageId: made.stages.loop,
      kind: "offer",
      state: "recorded",
      levelKey: "senior",
      reason: "",
      ratingsBefore: [],
      ratingsAfter: [],
      decidedBy: cast.manager.memberId,
      decidedAt: daysAgo(1),
    });
    await tx
      .update(application)
      .set({ state: "hired", stateReason: "offer_accepted", endedAt: new Date() })
      .where(and(eq(application.orgId, org.id), eq(application.id, applicationId)));
  });
  return { ...ids, interviewId, scorecardIds };
}

/** Makes whom an application hired an active member, whom somebody manages. */
export async function joinAs(
  harness: Harness,
  org: Org,
  candidateId: string | null,
  managerId: string | null,
  name = "Hanna Hired",
): Promise<StaffMember> {
  const actor: StaffMember = {
    kind: "member",
    memberId: newId(),
    accountId: newId(),
    name,
    roles: ["engineer"],
  };
  await harness.within(org.id, (tx) =>
    tx.insert(member).values({
      orgId: org.id,
      id: actor.memberId,
      candidateId,
      managerId,
      name,
      email: `${actor.memberId}@${org.slug}.test`,
      title: "",
      roles: ["engineer"],
      state: "active",
      createdAt: new Date(),
    }),
  );
  return actor;
}

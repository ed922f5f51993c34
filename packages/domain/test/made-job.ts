import { newId } from "@rubric/db";
import {
  anchor,
  competency,
  criterion,
  framework,
  frameworkLevel,
  frameworkTheme,
  frameworkVersion,
  hiringTeam,
  job,
  kitCriterion,
  kitQuestion,
  opening,
  plan,
  planInterview,
  question,
  stage,
} from "@rubric/db/schema";
import type { Org } from "../src/context.ts";
import type { Cast, Rows } from "./made-org.ts";

export type MadeJob = {
  jobId: string;
  frameworkId: string;
  versionId: string;
  levelIds: string[];
  planId: string;
  /** Stages: review, screen (one interview), loop (two interviews), offer. */
  stages: { review: string; screen: string; loop: string; offer: string };
  planInterviews: { screen: string; loopA: string; loopB: string };
  criterionIds: string[];
  competencyIds: string[];
  questionIds: string[];
  openingIds: string[];
};

/** An open job with a published framework of 3 competencies × 2 levels, a current plan and openings. */
export async function makeJob(
  harness: Rows,
  { org, cast }: { org: Org; cast: Cast },
  options: { openings?: number; at?: Date; confidential?: boolean } = {},
): Promise<MadeJob> {
  const orgId = org.id;
  const at = options.at ?? new Date();
  const ids = (n: number) => Array.from({ length: n }, () => newId());
  const [jobId, frameworkId, versionId, themeId, planId] = ids5();
  const levelIds = ids(2);
  const competencyIds = ids(3);
  const criterionIds = ids(3);
  const questionIds = ids(3);
  const openingIds = ids(options.openings ?? 1);
  const stages = { review: newId(), screen: newId(), loop: newId(), offer: newId() };
  const planInterviews = { screen: newId(), loopA: newId(), loopB: newId() };
  const keys = ["business-rules", "security", "data-at-scale"] as const;
  await harness.within(orgId, async (tx) => {
    await tx
      .insert(framework)
      .values({ orgId, id: frameworkId, name: `Backend ${jobId}`, createdAt: at });
    await tx.insert(frameworkVersion).values({
      orgId,
      id: versionId,
      frameworkId,
      number: 1,
      state: "published",
      name: "Backend",
      summary: "",
      googleSheetId: "",
      createdAt: at,
      createdBy: cast.admin.memberId,
      publishedAt: at,
    });
    await tx.insert(frameworkLevel).values(
      levelIds.map((id, position) => ({
        orgId,
        id,
        versionId,
        key: position === 0 ? "engineer" : "senior",
        name: position === 0 ? "Engineer" : "Senior",
        position,
      })),
    );
    await tx.insert(frameworkTheme).values({
      orgId,
      id: themeId,
      versionId,
      key: "theme",
      name: "Theme",
      summary: "",
      position: 0,
    });
    await tx.insert(competency).values(
      keys.map((key, position) => ({
        orgId,
        id: pick(competencyIds, position),
        versionId,
        themeId,
        key,
        name: key,
        named: true,
        position,
      })),
    );
    await tx.insert(anchor).values(
      competencyIds.flatMap((competencyId, c) =>
        levelIds.map((levelId, l) => ({
          orgId,
          id: newId(),
          competencyId,
          levelId,
          sourceId: newId(),
          summary: `Anchor ${c} ${l}`,
          proficiency: "Practitioner",
          position: c * 2 + l,
        })),
      ),
    );
    await tx.insert(question).values(
      keys.map((competencyKey, position) => ({
        orgId,
        id: pick(questionIds, position),
        kind: "technical" as const,
        competencyKey,
        text: `Question ${position}`,
        assesses: "Depth",
        strongSignals: ["Clear"],
        redFlags: ["Vague"],
        followUps: ["Why?"],
        tip: "Be concrete.",
        createdAt: at,
      })),
    );
    await tx.insert(job).values({
      orgId,
      id: jobId,
      slug: `backend-${jobId.slice(-8)}`,
      title: "Backend Engineer",
      team: "Payments",
      frameworkId,
      levelKey: "senior",
      employmentType: "full_time",
      locations: ["DE-BE"],
      confidential: options.confidential ?? false,
      recruiterDecides: false,
      intake: { tasks: [], experience: [] },
      state: "open",
      createdBy: cast.recruiter.memberId,
      createdAt: at,
      openedAt: at,
    });
    await tx.insert(hiringTeam).values([
      { orgId, jobId, memberId: cast.recruiter.memberId, duty: "recruiter" as const },
      { orgId, jobId, memberId: cast.manager.memberId, duty: "hiring_manager" as const },
      { orgId, jobId, memberId: cast.substitute.memberId, duty: "substitute" as const },
      { orgId, jobId, memberId: cast.coordinator.memberId, duty: "coordinator" as const },
      { orgId, jobId, memberId: cast.interviewer.memberId, duty: "interviewer" as const },
    ]);
    const seats = openingIds.map((id, n) => ({
      orgId,
      id,
      jobId,
      number: n + 1,
      state: "open" as const,
      createdAt: at,
    }));
    if (seats.length > 0) await tx.insert(opening).values(seats);
    await tx.insert(plan).values({
      orgId,
      id: planId,
      jobId,
      number: 1,
      frameworkVersionId: versionId,
      state: "current",
      createdAt: at,
      currentSince: at,
    });
    await tx.insert(criterion).values(
      criterionIds.map((id, position) => ({
        orgId,
        id,
        planId,
        competencyId: pick(competencyIds, position),
        expectedLevelId: pick(levelIds, 1),
        weight: 3,
        required: true,
        position,
      })),
    );
    await tx.insert(stage).values([
      {
        orgId,
        id: stages.review,
        planId,
        key: "review",
        name: "Application review",
        kind: "review" as const,
        position: 0,
        assesses: "The requirements",
        tip: "",
        debrief: false,
        answerDays: 5,
      },
      {
        orgId,
        id: stages.screen,
        planId,
        key: "screen",
        name: "Screen",
        kind: "interview" as const,
        position: 1,
        assesses: "Basics",
        tip: "",
        debrief: false,
        answerDays: 5,
      },
      {
        orgId,
        id: stages.loop,
        planId,
        key: "loop",
        name: "Loop",
        kind: "interview" as const,
        position: 2,
        assesses: "Depth",
        tip: "",
        debrief: true,
        answerDays: 5,
      },
      {
        orgId,
        id: stages.offer,
        planId,
        key: "offer",
        name: "Offer",
        kind: "offer" as const,
        position: 3,
        assesses: "",
        tip: "",
        debrief: false,
        answerDays: 5,
      },
    ]);
    const interviews = [
      { id: planInterviews.screen, stageId: stages.screen, name: "Screen", position: 0 },
      { id: planInterviews.loopA, stageId: stages.loop, name: "Security", position: 0 },
      { id: planInterviews.loopB, stageId: stages.loop, name: "Data at scale", position: 1 },
    ];
    await tx.insert(planInterview).values(
      interviews.map((one) => ({
        orgId,
        ...one,
        kind: "interview" as const,
        minutes: 60,
        instructions: "",
      })),
    );
    for (const { id } of interviews) {
      await tx.insert(kitCriterion).values(
        criterionIds.map((criterionId, position) => ({
          orgId,
          planInterviewId: id,
          criterionId,
          position,
        })),
      );
      await tx.insert(kitQuestion).values(
        questionIds.map((questionId, position) => ({
          orgId,
          planInterviewId: id,
          questionId,
          position,
        })),
      );
    }
  });
  return {
    jobId,
    frameworkId,
    versionId,
    levelIds,
    planId,
    stages,
    planInterviews,
    criterionIds,
    competencyIds,
    questionIds,
    openingIds,
  };
}

function ids5(): [string, string, string, string, string] {
  return [newId(), newId(), newId(), newId(), newId()];
}

function pick(list: readonly string[], index: number): string {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no item ${index}.`);
  return found;
}

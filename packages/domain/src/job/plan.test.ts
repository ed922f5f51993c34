import { application, competency, criterion, plan, stage } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, refusal, useHarness } from "../../test/harness.ts";
import { atOnce, planContent, see } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { installBackendFramework } from "../framework/own.ts";
import { adoptPlan } from "./adopt-plan.ts";
import { createJob } from "./create.ts";
import type { PlanContent } from "./plan/schemas.ts";
import { type PlanFacts, planProblems } from "./plan/rules.ts";
import { savePlan } from "./save-plan.ts";
import { tickTasks } from "./tick-tasks.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;

beforeAll(async () => {
  ({ org, cast } = await makeOrg(harness));
});

const save = (
  made: MadeJob,
  content: PlanContent = planContent(made),
  draftId: string | null = null,
  actor: Member = cast.manager,
) =>
  command(harness, org, actor, "job.savePlan", savePlan, {
    jobId: made.jobId,
    draftId,
    frameworkVersionId: made.versionId,
    plan: content,
  });
const adopt = (made: MadeJob, draftId: string, actor: Member = cast.manager) =>
  command(harness, org, actor, "job.adoptPlan", adoptPlan, { jobId: made.jobId, draftId });
const draftId = (view: Awaited<ReturnType<typeof save>>) => view.plans.draft?.id ?? "";

describe("planProblems", () => {
  const facts: PlanFacts = {
    competencies: new Map([
      ["a", "Alpha"],
      ["b", "Beta"],
      ["gone", "Gone"],
    ]),
    levels: new Set(["senior"]),
    withdrawnCompetencies: new Set(["gone"]),
    questions: new Set(["q"]),
  };
  const kit = {
    name: "Talk",
    kind: "interview" as const,
    minutes: 60,
    instructions: "",
    competencyKeys: ["a"],
    questionIds: ["q"],
  };
  const blank = { assesses: "", tip: "", debrief: false, answerDays: 5, interviews: [] };
  const criterionOf = (competencyKey: string, expectedLevelKey = "senior") => ({
    competencyKey,
    expectedLevelKey,
    weight: 3,
    required: false,
  });
  const good: PlanContent = {
    criteria: [criterionOf("a")],
    stages: [
      { ...blank, key: "review", name: "Review", kind: "review" },
      { ...blank, key: "talk", name: "Talk", kind: "interview", interviews: [kit] },
      { ...blank, key: "offer", name: "Offer", kind: "offer" },
    ],
  };
  const [review, talk, offer] = good.stages;
  if (review === undefined || talk === undefined || offer === undefined) throw new Error("three");
  const withKit = (changed: Partial<typeof kit>): PlanContent => ({
    ...good,
    stages: [review, { ...talk, interviews: [{ ...kit, ...changed }] }, offer],
  });
  const table: [string, PlanContent, string[]][] = [
    ["a whole plan", good, []],
    [
      "no criterion",
      { ...withKit({}), criteria: [] },
      ["criteria", "stages.1.interviews.0.competencyKeys"],
    ],
    [
      "a criterion twice",
      { ...good, criteria: [criterionOf("a"), criterionOf("a")] },
      ["criteria.1.competencyKey"],
    ],
    [
      "an unknown competency",
      { ...good, criteria: [criterionOf("a"), criterionOf("x")] },
      ["criteria.1.competencyKey"],
    ],
    [
      "a withdrawn one",
      { ...good, criteria: [criterionOf("a"), criterionOf("gone")] },
      ["criteria.1.competencyKey"],
    ],
    [
      "an unknown level",
      { ...good, criteria: [criterionOf("a", "guru")] },
      ["criteria.0.expectedLevelKey"],
    ],
    [
      "a required one that nobody rates",
      { ...good, criteria: [criterionOf("a"), { ...criterionOf("b"), required: true }] },
      ["criteria.1.required"],
    ],
    ["no review first", { ...good, stages: [talk, offer] }, ["stages"]],
    ["no offer last", { ...good, stages: [review, talk] }, ["stages"]],
    [
      "an offer in between",
      { ...good, stages: [review, { ...offer, key: "o" }, talk, offer] },
      ["stages.1.kind"],
    ],
    ["one key twice", { ...good, stages: [review, talk, { ...talk }, offer] }, ["stages.2.key"]],
    [
      "no interview",
      { ...good, stages: [review, { ...talk, interviews: [] }, offer] },
      ["stages.1.interviews"],
    ],
    [
      "an interview in a review",
      { ...good, stages: [{ ...review, interviews: [kit] }, talk, offer] },
      ["stages.0.interviews"],
    ],
    [
      "an interview without criteria",
      withKit({ competencyKeys: [] }),
      ["stages.1.interviews.0.competencyKeys"],
    ],
    [
      "a criterion outside the rubric",
      withKit({ competencyKeys: ["a", "b"] }),
      ["stages.1.interviews.0.competencyKeys"],
    ],
    [
      "a criterion twice in a kit",
      withKit({ competencyKeys: ["a", "a"] }),
      ["stages.1.interviews.0.competencyKeys"],
    ],
    ["an unknown question", withKit({ questionIds: ["z"] }), ["stages.1.interviews.0.questionIds"]],
    [
      "a question twice",
      withKit({ questionIds: ["q", "q"] }),
      ["stages.1.interviews.0.questionIds"],
    ],
  ];
  it.each(table)("%s", (_name, content, paths) => {
    expect(planProblems(content, facts).map((problem) => problem.path)).toEqual(paths);
  });
});

describe("job.savePlan", () => {
  it("writes the whole draft, again and again, and comes back as it was written", async () => {
    const made = await makeJob(harness, { org, cast });
    const first = await save(made);
    expect(first.plans.draft).toMatchObject({ number: 2, state: "draft" });
    expect(first.plans.current?.id).toBe(made.planId);
    const content = planContent(made);
    const [one] = content.criteria;
    const second = await save(
      made,
      {
        ...content,
        criteria: content.criteria.map((row) => ({ ...row, weight: row === one ? 5 : 2 })),
      },
      draftId(first),
    );
    expect(second.plans.draft).toMatchObject({ number: 2 });
    expect(second.plans.draft?.criteria.map((row) => row.weight)).toEqual([5, 2]);
    expect(
      second.plans.draft?.stages.map((stage) => stage.interviews.map((kit) => kit.name)),
    ).toEqual([[], ["Screen"], ["Security", "A third one", "A fourth one"], []]);
    expect(second.plans.problems).toEqual([]);
    const entries = await auditTrail(harness, org.id);
    expect(entries.filter((entry) => entry.action === "job.savePlan")).toHaveLength(2);
  });

  it("refuses what is not whole, and what someone else changed meanwhile", async () => {
    const made = await makeJob(harness, { org, cast });
    const content = planContent(made);
    expect(await refusal(save(made, { ...content, criteria: [] }))).toBe("PLAN_INVALID");
    const view = await save(made);
    expect(await refusal(save(made))).toBe("PLAN_CHANGED");
    await save(made, content, draftId(view), cast.recruiter);
    expect(await refusal(save(made, content, draftId(view)))).toBe("PLAN_CHANGED");
    expect(
      await refusal(
        command(harness, org, cast.manager, "job.savePlan", savePlan, {
          jobId: made.jobId,
          draftId: draftId(view),
          frameworkVersionId: made.planId,
          plan: content,
        }),
      ),
    ).toBe("PLAN_CHANGED");
  });

  it("is saved by one of 5 at once", async () => {
    const made = await makeJob(harness, { org, cast });
    const lost = Array.from({ length: 4 }, () => "PLAN_CHANGED");
    expect(await atOnce(5, () => save(made))).toEqual(["done", ...lost]);
  });

  it("is for the job's leads, and no other organization finds the job", async () => {
    const made = await makeJob(harness, { org, cast });
    for (const actor of [cast.admin, cast.otherRecruiter, cast.coordinator, cast.interviewer]) {
      expect(await refusal(save(made, planContent(made), null, actor))).toBe("FORBIDDEN");
      expect(await refusal(adopt(made, made.planId, actor))).toBe("FORBIDDEN");
    }
    const other = await makeOrg(harness);
    expect(
      await refusal(
        command(harness, other.org, other.cast.manager, "job.adoptPlan", adoptPlan, {
          jobId: made.jobId,
          draftId: made.planId,
        }),
      ),
    ).toBe("NOT_FOUND");
  });
});

describe("job.adoptPlan", () => {
  it("makes one plan current of 6 at once, and the old one past", async () => {
    const made = await makeJob(harness, { org, cast });
    const id = draftId(await save(made));
    const lost = Array.from({ length: 5 }, () => "PLAN_NO_DRAFT");
    expect(await atOnce(6, () => adopt(made, id))).toEqual(["done", ...lost]);
    const rows = await harness.within(org.id, (tx) =>
      tx.select().from(plan).where(eq(plan.jobId, made.jobId)),
    );
    expect(rows.map((row) => `${row.number} ${row.state}`).toSorted()).toEqual([
      "1 past",
      "2 current",
    ]);
    expect(await refusal(adopt(made, id))).toBe("PLAN_NO_DRAFT");
  });

  it("adopts what was seen, not what someone saved since", async () => {
    const made = await makeJob(harness, { org, cast });
    const seen = draftId(await save(made));
    await save(made, planContent(made), seen, cast.recruiter);
    expect(await refusal(adopt(made, seen))).toBe("PLAN_CHANGED");
  });

  it("takes applications that no interview has begun for along, each in its stage", async () => {
    const made = await makeJob(harness, { org, cast });
    const waiting = await makeApplication(harness, org, made);
    const pinned = await makeApplication(harness, org, made, { stage: "screen" });
    const view = await adopt(made, draftId(await save(made)));
    const stages = await standing(made, [waiting.applicationId, pinned.applicationId]);
    expect(stages).toEqual([
      { number: 2, key: "review" },
      { number: 1, key: "screen" },
    ]);
    expect(view.plans.pinned).toEqual([{ planNumber: 1, applications: 1 }]);
  });

  it("puts one whose stage is gone into the first stage", async () => {
    const made = await makeJob(harness, { org, cast });
    const { applicationId } = await makeApplication(harness, org, made);
    const content = planContent(made);
    const [review, ...rest] = content.stages;
    if (review === undefined) throw new Error("no stage");
    const renamed = { ...content, stages: [{ ...review, key: "sifting" }, ...rest] };
    await adopt(made, draftId(await save(made, renamed)));
    expect(await standing(made, [applicationId])).toEqual([{ number: 2, key: "sifting" }]);
  });
});

describe("a job from its tasks to its first plan", () => {
  it("proposes a plan that is saved and adopted as it is", async () => {
    const { frameworkId } = await harness.within(org.id, (tx) =>
      installBackendFramework(tx, org.id, cast.admin.memberId, new Date()),
    );
    const { jobId } = await command(harness, org, cast.recruiter, "job.create", createJob, {
      title: "Backend Engineer",
      team: "Payments",
      frameworkId,
      levelKey: "senior",
      employmentType: "full_time",
      locations: ["DE-BE"],
      confidential: false,
      recruiterDecides: false,
      recruiterId: null,
      managerId: cast.manager.memberId,
      openings: 2,
    });
    const empty = await see(harness, org, cast.recruiter, jobId);
    expect(empty.intake.proposal).toBeNull();
    expect(empty.plans).toMatchObject({ current: null, draft: null });
    const tick = (tasks: string[], actor: Member) =>
      command(harness, org, actor, "job.tickTasks", tickTasks, { jobId, tasks, experience: [] });
    await tick(["rules-across-tables", "slow-queries"], cast.recruiter);
    const view = await tick(["rules-across-tables", "abuse-and-limits"], cast.manager);
    const ticked = view.intake.tasks.filter((task) => task.by.length > 0);
    expect(ticked.map((task) => [task.key, task.by.length, task.mine])).toEqual([
      ["rules-across-tables", 2, true],
      ["abuse-and-limits", 1, true],
      ["slow-queries", 1, false],
    ]);
    const { proposal } = view.intake;
    if (proposal === null) throw new Error("Nothing was proposed.");
    expect(proposal.experience.length).toBeGreaterThan(0);
    const saved = await command(harness, org, cast.manager, "job.savePlan", savePlan, {
      jobId,
      draftId: null,
      frameworkVersionId: view.framework.versionId,
      plan: proposal.plan,
    });
    const adopted = await command(harness, org, cast.manager, "job.adoptPlan", adoptPlan, {
      jobId,
      draftId: draftId(saved),
    });
    expect(adopted.checklist.filter((item) => item.done).map((item) => item.key)).toEqual([
      "rubric",
      "plan",
      "team",
      "opening",
    ]);
    expect(adopted.may.open).toBeNull();
    expect(await refusal(tick(["juggling"], cast.manager))).toBe("TASK_UNKNOWN");
    const kept = await harness.within(org.id, (tx) =>
      tx
        .select({ key: competency.key })
        .from(criterion)
        .innerJoin(
          competency,
          and(eq(competency.orgId, criterion.orgId), eq(competency.id, criterion.competencyId)),
        )
        .where(eq(criterion.planId, adopted.plans.current?.id ?? "")),
    );
    expect(kept.map((row) => row.key).toSorted()).toEqual(
      proposal.plan.criteria.map((row) => row.competencyKey).toSorted(),
    );
  });
});

async function standing(made: MadeJob, applicationIds: readonly string[]) {
  const rows = await harness.within(org.id, (tx) =>
    tx
      .select({ id: application.id, number: plan.number, key: stage.key })
      .from(application)
      .innerJoin(stage, and(eq(stage.orgId, application.orgId), eq(stage.id, application.stageId)))
      .innerJoin(
        plan,
        and(
          eq(plan.orgId, stage.orgId),
          eq(plan.id, stage.planId),
          eq(plan.id, application.planId),
        ),
      )
      .where(eq(application.jobId, made.jobId)),
  );
  return applicationIds.map((id) => {
    const row = rows.find((one) => one.id === id);
    return { number: row?.number, key: row?.key };
  });
}

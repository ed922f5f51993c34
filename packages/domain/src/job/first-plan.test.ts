import { competency, criterion } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Cast, type MadeJob, makeOrg } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import { planContent, see } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { installBackendFramework } from "../framework/own.ts";
import { adoptPlan } from "./adopt-plan.ts";
import { createJob } from "./create.ts";
import type { PlanContent } from "./plan/schemas.ts";
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
const draftId = (view: Awaited<ReturnType<typeof save>>) => view.plans.draft?.id ?? "";

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

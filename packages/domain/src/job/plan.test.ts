import { application, plan, stage } from "@rubric/db/schema";
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
import { atOnce, planContent } from "../../test/jobs.ts";
import type { Member, Org } from "../context.ts";
import { adoptPlan } from "./adopt-plan.ts";
import type { PlanContent } from "./plan/schemas.ts";
import { savePlan } from "./save-plan.ts";

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

import { decision as decisionTable, job } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { decideAs, decision, holdDebrief, makeRatedLoop, type World } from "../../test/deciding.ts";
import { fullContent, makeJob, makeOrg, makeRelation } from "../../test/factories.ts";
import { auditTrail, query, refusal, useHarness } from "../../test/harness.ts";
import { showDebrief } from "./show.ts";

const harness = useHarness({ connections: 50 });
let world: World;

beforeAll(async () => {
  const { org, cast } = await makeOrg(harness);
  world = { harness, org, cast, made: await makeJob(harness, { org, cast }) };
});

describe("law 7: conflict", () => {
  it("refuses a decision by who declared a relation, and names the substitute's way", async () => {
    const { applicationId, candidateId } = await makeRatedLoop(world);
    await holdDebrief(world, applicationId);
    await makeRelation(harness, world.org, candidateId, world.cast.manager, "relation");
    const input = decision(world, applicationId, "loop");
    expect(await refusal(decideAs(world, world.cast.manager, input))).toBe("CONFLICT_OF_INTEREST");
    const view = await query(harness, world.org, world.cast.manager, "debrief.show", showDebrief, {
      applicationId,
      stageId: null,
    });
    expect(view.may.advance?.sentence).toContain("relation");
    await decideAs(world, world.cast.substitute, input);
  });
});

describe("law 15: the recruiter decides only where the plan lets them", () => {
  it("lets the recruiter decide a job whose recruiter decides", async () => {
    const { org, cast } = world;
    const made = await makeJob(harness, { org, cast });
    await harness.within(org.id, (tx) =>
      tx.update(job).set({ recruiterDecides: true }).where(eq(job.id, made.jobId)),
    );
    const own = { ...world, made };
    const { applicationId } = await makeRatedLoop(own);
    await holdDebrief(own, applicationId);
    await decideAs(own, cast.recruiter, decision(own, applicationId, "loop"));
  });
});

describe("50 deciders at once", () => {
  it("record exactly one decision, and the others meet the state it left", async () => {
    const { applicationId } = await makeRatedLoop(world, [
      { by: world.cast.interviewer, content: fullContent(world.made, "no") },
      { by: world.cast.second },
    ]);
    await holdDebrief(world, applicationId);
    const kinds = ["advance", "reject", "offer"] as const;
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        decideAs(
          world,
          n % 2 === 0 ? world.cast.manager : world.cast.substitute,
          decision(world, applicationId, "loop", { kind: kinds[n % 3] ?? "advance" }),
        ).then(
          () => "decided",
          async (error: unknown) => refusal(Promise.reject(error)),
        ),
      ),
    );
    expect(outcomes.filter((one) => one === "decided")).toHaveLength(1);
    const lost = new Set(outcomes.filter((one) => one !== "decided"));
    expect([...lost].every((one) => one === "STAGE_PASSED" || one === "APPLICATION_STATE")).toBe(
      true,
    );
    const rows = await harness.within(world.org.id, (tx) =>
      tx.select().from(decisionTable).where(eq(decisionTable.applicationId, applicationId)),
    );
    expect(rows).toHaveLength(1);
    const entries = (await auditTrail(harness, world.org.id)).filter(
      (one) => one.action === "debrief.decide" && one.subjectId === rows[0]?.id,
    );
    expect(entries).toHaveLength(1);
  });
});

import { policyCase } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { makeApplication, makeInterview, makeJob, makeOrg } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { askHeadcount, draftAs, newestOf, type PolicyWorld } from "../../test/policies.ts";
import { listCases } from "./list-cases.ts";
import { runTrial } from "./run-trial.ts";
import { tryPolicy } from "./try.ts";

const harness = useHarness();
let world: PolicyWorld;
let versionId: string;

beforeAll(async () => {
  world = { harness, ...(await makeOrg(harness)) };
  const { org, cast } = world;
  await refusal(askHeadcount(world));
  ({ id: versionId } = await draftAs(world));
  const tried = await command(harness, org, cast.admin, "policy.try", tryPolicy, { versionId });
  await runTrial(harness.deps, org.id, newestOf(tried).trial?.id ?? "");
});

async function onlyCase() {
  const { org, cast } = world;
  const input = { versionId, from: "trial" as const };
  const { cases } = await query(harness, org, cast.admin, "policy.listCases", listCases, input);
  expect(cases).toHaveLength(1);
  return cases[0];
}

describe("policy.listCases", () => {
  it("says for whom it was decided, and nothing of whom the reader owes a scorecard on", async () => {
    const { org, cast } = world;
    expect(await onlyCase()).toMatchObject({ candidate: null, content: { state: "open" } });
    const made = await makeJob(harness, { org, cast });
    const { applicationId, candidateId } = await makeApplication(harness, org, made, {
      stage: "loop",
    });
    await harness.within(org.id, (tx) =>
      tx
        .update(policyCase)
        .set({ candidateId, jobId: made.jobId })
        .where(eq(policyCase.versionId, versionId)),
    );
    expect(await onlyCase()).toMatchObject({
      candidate: { id: candidateId, name: "Casey Candidate" },
      content: { state: "open" },
    });
    await makeInterview(harness, org, made, applicationId, "loopA", [cast.admin]);
    expect(await onlyCase()).toMatchObject({
      candidate: null,
      job: null,
      content: { state: "sealed" },
    });
  });
});

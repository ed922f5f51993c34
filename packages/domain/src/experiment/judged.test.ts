import { exposure } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import {
  type Cast,
  makeApplication,
  makeJob,
  type MadeJob,
  makeOrg,
} from "../../test/factories.ts";
import { auditTrail, command, memberActor, refusal, useHarness } from "../../test/harness.ts";
import { setPolicy } from "../../test/policies.ts";
import { messageCandidate } from "../application/message.ts";
import { messageLimitRule } from "../application/message-limit.ts";
import type { Org } from "../context.ts";
import { draftExperiment, startExperiment, stopExperiment } from "./index.ts";
import { segmentOf, variantOf } from "./variant.ts";

const harness = useHarness();
let org: Org;
let cast: Cast;
let made: MadeJob;

beforeEach(async () => {
  ({ org, cast } = await makeOrg(harness));
  made = await makeJob(harness, { org, cast });
});

const variants = [
  { key: "many", weight: 50 },
  { key: "one", weight: 50 },
];

/** An experiment in which one half may be written to once a day; everybody else ten times. */
async function running(): Promise<string> {
  const { id } = await command(harness, org, cast.admin, "experiment.draft", draftExperiment, {
    name: "Fewer messages",
    question: "Do fewer people withdraw when we write less?",
    rule: messageLimitRule.name,
    metric: "withdrew" as const,
    variants,
    minimum: 20,
  });
  await setPolicy(
    { harness, org, cast },
    {
      rule: messageLimitRule.name,
      kind: "validation",
      parameters: { most: 1 },
      segment: { region: null, experiment: segmentOf(id, "one"), client: null, network: null },
    },
  );
  const other = memberActor(cast.manager.memberId, ["admin"]);
  await command(harness, org, other, "experiment.start", startExperiment, { experimentId: id });
  return id;
}

/** Somebody whom the experiment puts into a variant. */
async function someoneIn(experimentId: string, variant: string) {
  for (;;) {
    const one = await makeApplication(harness, org, made);
    if (variantOf(experimentId, one.candidateId, variants) === variant) return one;
  }
}

const write = (applicationId: string) =>
  command(harness, org, cast.recruiter, "application.message", messageCandidate, {
    applicationId,
    text: "How are you getting on?",
    nextWordAt: null,
    question: null,
  });
const exposures = (experimentId: string) =>
  harness.within(org.id, (tx) =>
    tx.select().from(exposure).where(eq(exposure.experimentId, experimentId)),
  );

describe("a rule under a running experiment", () => {
  it("is judged by the policy of the subject's variant, and exposes them once", async () => {
    const id = await running();
    const one = await someoneIn(id, "one");
    const many = await someoneIn(id, "many");
    await write(one.applicationId);
    expect(await refusal(write(one.applicationId))).toBe("MESSAGES_MANY");
    await write(many.applicationId);
    await write(many.applicationId);
    const rows = await exposures(id);
    expect(new Map(rows.map((row) => [row.subjectId, row.variant]))).toEqual(
      new Map([
        [one.candidateId, "one"],
        [many.candidateId, "many"],
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  it("exposes a subject once, however many calls there are at once", async () => {
    const id = await running();
    const { applicationId, candidateId } = await someoneIn(id, "many");
    await Promise.all(Array.from({ length: 8 }, () => write(applicationId)));
    expect((await exposures(id)).map((row) => row.subjectId)).toEqual([candidateId]);
    const trail = await auditTrail(harness, org.id);
    expect(trail.filter((entry) => entry.action === "application.message")).toHaveLength(8);
  });

  it("is the same for everyone again from the moment that it is stopped", async () => {
    const id = await running();
    const { applicationId } = await someoneIn(id, "one");
    await write(applicationId);
    expect(await refusal(write(applicationId))).toBe("MESSAGES_MANY");
    await command(harness, org, cast.admin, "experiment.stop", stopExperiment, {
      experimentId: id,
      reason: "It helps nobody.",
    });
    await write(applicationId);
    expect(await exposures(id)).toHaveLength(1);
  });
});

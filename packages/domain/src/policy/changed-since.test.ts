import { policyTrial } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { command, refusal, useHarness } from "../../test/harness.ts";
import {
  askHeadcount,
  draftAs,
  draftInput,
  newestOf,
  otherAdmin,
  type PolicyWorld,
} from "../../test/policies.ts";
import { approvePolicy } from "./approve.ts";
import { draftPolicy } from "./draft.ts";
import { proposePolicy } from "./propose.ts";
import { runTrial } from "./run-trial.ts";
import { sendBackPolicy } from "./send-back.ts";
import { tryPolicy } from "./try.ts";

const harness = useHarness();
let world: PolicyWorld;

beforeEach(async () => {
  world = { harness, ...(await makeOrg(harness)) };
});

const change = (versionId: string, marginPercent: number, revision?: number) =>
  command(
    harness,
    world.org,
    world.cast.admin,
    "policy.draft",
    draftPolicy,
    draftInput({ versionId, parameters: { marginPercent }, ...(revision && { revision }) }),
  );
const propose = (versionId: string) =>
  command(harness, world.org, world.cast.admin, "policy.propose", proposePolicy, { versionId });
const approve = (versionId: string, revision?: number) =>
  command(harness, world.org, otherAdmin(world.cast), "policy.approve", approvePolicy, {
    versionId,
    ...(revision && { revision }),
  });

describe("law 15: a policy is approved as its approver read it", () => {
  it("is refused where its author took it back and changed it between page and press", async () => {
    const { id, revision } = await draftAs(world);
    await propose(id);
    await command(harness, world.org, world.cast.admin, "policy.sendBack", sendBackPolicy, {
      versionId: id,
      reason: "A word was wrong.",
    });
    const changed = newestOf(await change(id, 100));
    await propose(id);
    expect(await refusal(approve(id, revision))).toBe("CHANGED_SINCE_READ");
    expect(newestOf(await approve(id, changed.revision))).toMatchObject({ inForce: true });
  });

  it("keeps a tab with an old draft from undoing what another one saved", async () => {
    const { id, revision } = await draftAs(world);
    await change(id, 70, revision);
    expect(await refusal(change(id, 10, revision))).toBe("CHANGED_SINCE_READ");
    expect(newestOf(await change(id, 80))).toMatchObject({ parameters: { marginPercent: 80 } });
  });
});

describe("policy.try of a draft that is changed meanwhile", () => {
  it("ends, for what it found and what it would still find are of two versions", async () => {
    await refusal(askHeadcount(world));
    const { id } = await draftAs(world);
    await command(harness, world.org, world.cast.admin, "policy.try", tryPolicy, { versionId: id });
    const changed = newestOf(await change(id, 100));
    expect(changed.trial?.state).toBe("failed");
    await runTrial(harness.deps, world.org.id, changed.trial?.id ?? "");
    const [trial] = await harness.within(world.org.id, (tx) =>
      tx.select().from(policyTrial).where(eq(policyTrial.versionId, id)),
    );
    expect(trial).toMatchObject({ state: "failed", seen: 0 });
  });
});

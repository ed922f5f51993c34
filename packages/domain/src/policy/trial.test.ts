import { policyTrial } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import {
  approveAs,
  askHeadcount,
  draftAs,
  draftInput,
  newestOf,
  type PolicyWorld,
  setPolicy,
} from "../../test/policies.ts";
import { draftPolicy } from "./draft.ts";
import { listCases } from "./list-cases.ts";
import { proposePolicy } from "./propose.ts";
import { failTrial, runTrial } from "./run-trial.ts";
import type { PolicyVersionView } from "./schemas.ts";
import { startShadow } from "./start-shadow.ts";
import { stopShadow } from "./stop-shadow.ts";
import { tryPolicy } from "./try.ts";

const harness = useHarness();
let world: PolicyWorld;

beforeEach(async () => {
  world = { harness, ...(await makeOrg(harness)) };
});

const FREE = { open: 1, reserved: 1, filled: 1, held: 0, beyond: 0, asked: 0 };

async function began(versionId: string): Promise<PolicyVersionView> {
  const { org, cast } = world;
  const view = await command(harness, org, cast.admin, "policy.try", tryPolicy, { versionId });
  return newestOf(view);
}

async function tried(versionId: string): Promise<void> {
  const { trial } = await began(versionId);
  await Promise.all([1, 2].map(() => runTrial(harness.deps, world.org.id, trial?.id ?? "")));
}

const cases = (versionId: string, from: "trial" | "shadow") =>
  query(harness, world.org, world.cast.admin, "policy.listCases", listCases, { versionId, from });

describe("policy.try", () => {
  it("judges what was done and what was refused anew, once, and keeps what differs", async () => {
    await askHeadcount(world, { facts: FREE });
    for (let n = 0; n < 3; n += 1) await refusal(askHeadcount(world, { regions: ["DE"] }));
    await refusal(askHeadcount(world, { regions: ["FR"] }));
    const germany = { region: "DE", experiment: null, client: null, network: null };
    const { id } = await draftAs(world, { segment: germany });
    await tried(id);
    const found = await cases(id, "trial");
    expect(found.version.trial).toMatchObject({
      state: "done",
      total: 5,
      seen: 5,
      judged: 3,
      changed: 3,
    });
    expect(found.cases.map((one) => one.content)).toEqual(
      Array(3).fill(
        expect.objectContaining({
          state: "open",
          was: expect.objectContaining({ outcome: "refused" }),
          would: expect.objectContaining({ outcome: "effect" }),
        }),
      ),
    );
    expect(await refusal(askHeadcount(world, { regions: ["DE"] }))).toBe("HEADCOUNT");
  });

  it("goes on where it was, a trial at a time, and begins anew with fresh cases", async () => {
    await refusal(askHeadcount(world));
    const { id } = await draftAs(world);
    await began(id);
    expect(await refusal(began(id))).toBe("TRIAL_RUNNING");
    const [trial] = await harness.within(world.org.id, (tx) =>
      tx.select().from(policyTrial).where(eq(policyTrial.versionId, id)),
    );
    await failTrial(harness.deps, world.org.id, trial?.id ?? "");
    expect((await cases(id, "trial")).version.trial?.state).toBe("failed");
    await tried(id);
    await tried(id);
    expect((await cases(id, "trial")).cases).toHaveLength(1);
  });

  it("says that nothing would differ where nothing would", async () => {
    await refusal(askHeadcount(world));
    const { id } = await draftAs(world, { kind: "validation" });
    await tried(id);
    const { version } = await cases(id, "trial");
    expect(version.trial).toMatchObject({ judged: 1, changed: 0 });
  });

  it("shows how a version would differ from a narrower one that binds: not at all there", async () => {
    const germany = { region: "DE", experiment: null, client: null, network: null };
    await setPolicy(world, { segment: germany, kind: "validation" });
    await refusal(askHeadcount(world, { regions: ["DE"] }));
    const { id } = await draftAs(world, { kind: "flow" });
    await tried(id);
    expect((await cases(id, "trial")).version.trial).toMatchObject({ judged: 0, changed: 0 });
  });
});

describe("policy.startShadow, policy.stopShadow", () => {
  const shadow = (on: boolean, versionId: string) =>
    on
      ? command(harness, world.org, world.cast.admin, "policy.startShadow", startShadow, {
          versionId,
        })
      : command(harness, world.org, world.cast.admin, "policy.stopShadow", stopShadow, {
          versionId,
        });

  it("counts beside what binds, refused commands too, and binds nobody", async () => {
    const { id } = await draftAs(world);
    await shadow(true, id);
    expect(await refusal(askHeadcount(world))).toBe("HEADCOUNT");
    expect(await askHeadcount(world, { facts: FREE })).toEqual([]);
    const { version, cases: found } = await cases(id, "shadow");
    expect(version.shadow).toMatchObject({ agreed: 1, differed: 1 });
    expect(found).toHaveLength(1);
    await shadow(false, id);
    await refusal(askHeadcount(world));
    expect((await cases(id, "shadow")).cases).toHaveLength(1);
  });

  it("ends with the approval, and with a change of the draft", async () => {
    const { id } = await draftAs(world);
    await shadow(true, id);
    const { org, cast } = world;
    const changed = await command(harness, org, cast.admin, "policy.draft", draftPolicy, {
      ...draftInput({ parameters: { marginPercent: 1 } }),
      versionId: id,
    });
    expect(newestOf(changed).shadow).toBeNull();
    await shadow(true, id);
    await command(harness, org, cast.admin, "policy.propose", proposePolicy, { versionId: id });
    expect((await approveAs(world, id)).shadow).toBeNull();
    expect(await refusal(shadow(true, id))).toBe("POLICY_STATE");
    await askHeadcount(world);
    expect((await cases(id, "shadow")).cases).toEqual([]);
  });
});

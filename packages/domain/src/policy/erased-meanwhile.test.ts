import { candidate, policyRefusal } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeApplication, makeJob, makeOrg } from "../../test/factories.ts";
import { command, query, refusal, useHarness } from "../../test/harness.ts";
import { draftAs, FULL, newestOf, type PolicyWorld } from "../../test/policies.ts";
import type { CommandCtx } from "../context.ts";
import { headcountRule } from "../offer/headcount.ts";
import { listCases } from "./list-cases.ts";
import { runTrial } from "./run-trial.ts";
import { tryPolicy } from "./try.ts";

const harness = useHarness();
let world: PolicyWorld;
let ids: { applicationId: string; candidateId: string };

beforeEach(async () => {
  const made = await makeOrg(harness);
  world = { harness, ...made };
  ids = await makeApplication(harness, made.org, await makeJob(harness, made));
});

/** A command about the person that the rule of headcount judges. */
const judged = (open: number) =>
  command(
    harness,
    world.org,
    world.cast.manager,
    "application.addNote",
    async (ctx: CommandCtx, { applicationId }: { applicationId: string }) => {
      ctx.policy.judge(headcountRule, { ...FULL, open }, { regions: [] });
      const { candidateId } = ids;
      ctx.audit({ subject: { kind: "application", id: applicationId }, candidateId });
      return null;
    },
    { applicationId: ids.applicationId },
  );

/** Until another transaction waits for a lock, or what should wait went through. */
async function waitsOr(through: Promise<unknown>): Promise<void> {
  let over = false;
  void through.finally(() => {
    over = true;
  });
  for (;;) {
    const rows = await harness.connection.sql`
      select 1 from pg_locks where not granted and pid <> pg_backend_pid()`;
    if (rows.length > 0 || over) return;
  }
}

/** What runs while the person is being erased. */
async function whileErased<T>(run: () => Promise<T>): Promise<T> {
  return harness
    .within(world.org.id, async (tx) => {
      const of = eq(candidate.id, ids.candidateId);
      await tx.select({ id: candidate.id }).from(candidate).where(of).for("update");
      await tx.update(candidate).set({ erasedAt: new Date() }).where(of);
      const running = run();
      await waitsOr(running.catch(() => null));
      return { running };
    })
    .then(({ running }) => running);
}

describe("law 10: nothing is written of a person while they are erased", () => {
  it("by a trial on what was decided about them", async () => {
    expect(await refusal(judged(0))).toBe("HEADCOUNT");
    await judged(1);
    const { id: versionId } = await draftAs(world, { kind: "flow" });
    const { org, cast } = world;
    const view = await command(harness, org, cast.admin, "policy.try", tryPolicy, { versionId });
    const trialId = newestOf(view).trial?.id ?? "";
    await whileErased(() => runTrial(harness.deps, org.id, trialId));
    const found = await query(harness, org, cast.admin, "policy.listCases", listCases, {
      versionId,
      from: "trial",
    });
    expect(found.version.trial).toMatchObject({ state: "done", seen: 2, judged: 0, changed: 0 });
    expect(found.cases).toEqual([]);
  });

  it("by a refusal that is kept after its rollback", async () => {
    await whileErased(() => refusal(judged(0)));
    const kept = await harness.within(world.org.id, (tx) => tx.select().from(policyRefusal));
    expect(kept).toEqual([]);
  });
});

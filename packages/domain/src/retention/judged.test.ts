import { application, auditDetail, auditEntry } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { makeApplication, makeJob } from "../../test/factories.ts";
import { command, query, useHarness } from "../../test/harness.ts";
import { DAY, useKeeping } from "../../test/keeping.ts";
import { draftAs, newestOf, type PolicyWorld } from "../../test/policies.ts";
import { canonicalJson } from "../execution/canonical.ts";
import { Explanation } from "../policy/explanation.ts";
import { judgeAgain } from "../policy/judge-again.ts";
import { listCases } from "../policy/list-cases.ts";
import { runTrial } from "../policy/run-trial.ts";
import { startShadow } from "../policy/start-shadow.ts";
import { tryPolicy } from "../policy/try.ts";
import { eraseCandidate } from "./erase-candidate.ts";

const harness = useHarness();
const keeping = useKeeping(harness);
const { asWorker, ask, ended, place, settle } = keeping;
let world: PolicyWorld;

beforeAll(() => {
  world = { harness, org: keeping.world.org, cast: keeping.world.cast };
});

const Details = z.object({ judged: z.object({ by: z.array(Explanation) }) });

/** What judged the last erasure, as its audit entry keeps it. */
async function judgedLast(): Promise<Explanation[]> {
  const [row] = await harness.within(world.org.id, (tx) =>
    tx
      .select({ details: auditDetail.details })
      .from(auditDetail)
      .innerJoin(
        auditEntry,
        and(eq(auditEntry.orgId, auditDetail.orgId), eq(auditEntry.id, auditDetail.entryId)),
      )
      .where(eq(auditEntry.action, "retention.eraseCandidate"))
      .orderBy(desc(auditEntry.sequence))
      .limit(1),
  );
  return Details.parse(row?.details).judged.by;
}

const saidBy = (of: readonly Explanation[]) => of.map(({ code, sentence }) => [code, sentence]);
const replays = (of: readonly Explanation[]) =>
  of.every((one) => canonicalJson(judgeAgain(one)) === canonicalJson(one));

async function tried(months: number) {
  const draft = { rule: "retention.keep", kind: "flow", parameters: { months } } as const;
  const { id: versionId } = await draftAs(world, draft);
  const { org, cast } = world;
  const view = await command(harness, org, cast.admin, "policy.try", tryPolicy, { versionId });
  await runTrial(harness.deps, org.id, newestOf(view).trial?.id ?? "");
  const from = "trial" as const;
  return query(harness, org, cast.admin, "policy.listCases", listCases, { versionId, from });
}

describe("law 10: what the worker did of itself says by what it was judged", () => {
  it("that the law's maximum was over, without a word of whom", async () => {
    const gone = await ended(keeping.world.berlin, 190);
    await settle(gone.candidateId);
    const judged = await judgedLast();
    expect(saidBy(judged)).toEqual([["erase", "Erased: the law allows no longer."]]);
    expect(judged[0]).toMatchObject({ rule: "retention.keep", policy: null, outcome: "effect" });
    expect(replays(judged)).toBe(true);
    const text = JSON.stringify(judged);
    expect(text).not.toContain(gone.candidateId);
    expect(text).not.toContain(gone.applicationId);
  });

  it("of each application of the person, that one stays and another is locked away", async () => {
    const both = await makeJob(harness, world);
    await place(both, ["US-CA", "DE"]);
    const { candidateId } = await ended(both, 200);
    const { applicationId } = await makeApplication(harness, world.org, keeping.world.california, {
      candidateId,
    });
    await harness.within(world.org.id, (tx) =>
      tx
        .update(application)
        .set({ state: "rejected", endedAt: new Date(Date.now() - DAY) })
        .where(and(eq(application.orgId, world.org.id), eq(application.id, applicationId))),
    );
    await settle(candidateId);
    const judged = await judgedLast();
    expect(new Set(judged.map((one) => one.code))).toEqual(new Set(["keep", "restrict"]));
    expect(replays(judged)).toBe(true);
  });

  it("that the person asked", async () => {
    const { candidateId } = await ended(keeping.world.berlin, 10);
    const { id: erasureId } = await ask(candidateId);
    await asWorker((ctx) => eraseCandidate(ctx, { erasureId }));
    const judged = await judgedLast();
    expect(saidBy(judged)).toEqual([["erase", "Erased: the person asked for it."]]);
    expect(replays(judged)).toBe(true);
  });

  it("what a draft would have done instead is tried on it", async () => {
    const old = await ended(keeping.world.california, 5 * 366);
    await settle(old.candidateId);
    const longer = await tried(120);
    expect(longer.version.trial).toMatchObject({ state: "done", judged: 5 });
    const differing = longer.cases.flatMap(({ action, subject, content }) =>
      content.state === "open"
        ? [[action, subject.kind, content.was.explanation.code, content.would.explanation.code]]
        : [],
    );
    expect(differing).toContainEqual(["retention.eraseCandidate", "erasure", "erase", "keep"]);
    expect((await tried(24)).version.trial).toMatchObject({ judged: 5, changed: 0 });
  });

  it("what a draft in shadow would have done is counted beside it", async () => {
    const draft = { rule: "retention.keep", kind: "flow", parameters: { months: 119 } } as const;
    const { id: versionId } = await draftAs(world, draft);
    const { org, cast } = world;
    const shadow = { versionId };
    await command(harness, org, cast.admin, "policy.startShadow", startShadow, shadow);
    const [same, other] = [
      await ended(keeping.world.berlin, 190),
      await ended(keeping.world.california, 5 * 366),
    ];
    await settle(same.candidateId);
    await settle(other.candidateId);
    const found = await query(harness, org, cast.admin, "policy.listCases", listCases, {
      versionId,
      from: "shadow",
    });
    expect(found.version.shadow).toMatchObject({ agreed: 1, differed: 1 });
  });
});

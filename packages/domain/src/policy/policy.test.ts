import { auditDetail, policyRefusal, policyVersion } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeOrg } from "../../test/factories.ts";
import { auditTrail, command, query, refusal, useHarness } from "../../test/harness.ts";
import { atOnce } from "../../test/jobs.ts";
import {
  approveAs,
  askHeadcount,
  draftAs,
  draftInput,
  newestOf,
  otherAdmin,
  type PolicyWorld,
  proposedPolicy,
  setPolicy,
} from "../../test/policies.ts";
import type { ReadCtx, StaffMember } from "../context.ts";
import { Refused } from "../errors.ts";
import { headcountRule } from "../offer/headcount.ts";
import { approvePolicy } from "./approve.ts";
import { discardPolicy } from "./discard.ts";
import { draftPolicy } from "./draft.ts";
import { Explanation } from "./explanation.ts";
import { listPolicies } from "./list.ts";
import { proposePolicy } from "./propose.ts";
import { sendBackPolicy } from "./send-back.ts";

const harness = useHarness();
let world: PolicyWorld;

beforeEach(async () => {
  world = { harness, ...(await makeOrg(harness)) };
  harness.setClock(null);
});

const as = (
  actor: StaffMember,
  permission: "policy.propose" | "policy.approve" | "policy.discard",
  versionId: string,
) => {
  const verbs = {
    "policy.propose": proposePolicy,
    "policy.approve": approvePolicy,
    "policy.discard": discardPolicy,
  } as const;
  return command(harness, world.org, actor, permission, verbs[permission], { versionId });
};

describe("policy.draft, policy.propose, policy.approve", () => {
  it("binds nobody before a second admin approved it, then every command", async () => {
    expect(await refusal(askHeadcount(world))).toBe("HEADCOUNT");
    const versionId = await proposedPolicy(world);
    expect(await refusal(askHeadcount(world))).toBe("HEADCOUNT");
    expect(await refusal(as(world.cast.admin, "policy.approve", versionId))).toBe(
      "POLICY_OWN_APPROVAL",
    );
    const approved = await approveAs(world, versionId);
    expect(approved).toMatchObject({ number: 1, inForce: true, approver: { name: "manager" } });
    expect(approved.sentence).toContain("plus 50 %");
    expect(await askHeadcount(world)).toEqual(["raise_requisition 2"]);
    const trail = await auditTrail(harness, world.org.id);
    expect(trail.map((one) => one.action)).toEqual([
      "policy.draft",
      "policy.propose",
      "policy.approve",
      "organization.updateSettings",
    ]);
  });

  it("has one version of a policy in force, and shows the one before as no longer", async () => {
    const first = await proposedPolicy(world);
    await approveAs(world, first);
    const second = await proposedPolicy(world);
    await approveAs(world, second);
    const { policies } = await query(
      harness,
      world.org,
      world.cast.admin,
      "policy.list",
      listPolicies,
      {},
    );
    const shown = policies.flatMap(({ versions }) => versions.map((one) => [one.id, one.inForce]));
    expect(shown).toEqual([
      [second, true],
      [first, false],
    ]);
  });

  it("lets two approvals at once through once", async () => {
    const versionId = await proposedPolicy(world);
    const third = { ...world.cast.substitute, roles: ["admin" as const] };
    const outcomes = await atOnce(8, (n) =>
      as(n % 2 === 0 ? otherAdmin(world.cast) : third, "policy.approve", versionId),
    );
    expect(outcomes).toEqual(["done", ...Array(7).fill("POLICY_STATE")]);
  });

  it("refuses what the rule cannot read on its field, and changes nothing", async () => {
    const wrong = [
      [{ parameters: { marginPercent: 101 } }, "parameters.marginPercent"],
      [{ parameters: {} }, "parameters.marginPercent"],
      [{ parameters: { marginPercent: 5, other: 1 } }, "parameters"],
      [{ rule: "offer.none" }, "rule"],
      [
        { segment: { region: null, experiment: "load:b", client: null, network: null } },
        "segment.experiment",
      ],
      [{ effectiveTo: "2020-01-01T00:00:00.000Z" }, "effectiveTo"],
    ] as const;
    for (const [over, field] of wrong) {
      const call = command(
        harness,
        world.org,
        world.cast.admin,
        "policy.draft",
        draftPolicy,
        draftInput(over),
      );
      await expect(call).rejects.toMatchObject({
        denial: { facts: { fields: { [field]: expect.any(String) } } },
      });
    }
    expect(await auditTrail(harness, world.org.id)).toEqual([]);
  });

  it("is changed, proposed and discarded by its author alone, and sent back by either", async () => {
    const { id: versionId } = await draftAs(world);
    const other = otherAdmin(world.cast);
    expect(await refusal(as(other, "policy.propose", versionId))).toBe("POLICY_NOT_YOURS");
    expect(await refusal(as(other, "policy.discard", versionId))).toBe("POLICY_NOT_YOURS");
    const change = (actor: StaffMember) =>
      command(harness, world.org, actor, "policy.draft", draftPolicy, {
        ...draftInput({ parameters: { marginPercent: 10 } }),
        versionId,
      });
    expect(await refusal(change(other))).toBe("POLICY_NOT_YOURS");
    expect(newestOf(await change(world.cast.admin)).parameters).toEqual({ marginPercent: 10 });
    await as(world.cast.admin, "policy.propose", versionId);
    expect(await refusal(change(world.cast.admin))).toBe("POLICY_STATE");
    const back = await command(harness, world.org, other, "policy.sendBack", sendBackPolicy, {
      versionId,
      reason: "Ten is too little.",
    });
    expect(newestOf(back)).toMatchObject({ state: "draft", stateReason: "Ten is too little." });
    await as(world.cast.admin, "policy.discard", versionId);
    expect(await refusal(as(world.cast.admin, "policy.propose", versionId))).toBe("POLICY_STATE");
  });

  it("hides another organization's version, and itself from who is no admin", async () => {
    const { id: versionId } = await draftAs(world);
    const elsewhere = await makeOrg(harness);
    const call = command(
      harness,
      elsewhere.org,
      elsewhere.cast.admin,
      "policy.propose",
      proposePolicy,
      { versionId },
    );
    expect(await refusal(call)).toBe("NOT_FOUND");
    expect(await refusal(as(world.cast.recruiter, "policy.approve", versionId))).toBe("FORBIDDEN");
    const list = (actor: StaffMember) =>
      query(harness, world.org, actor, "policy.list", (ctx: ReadCtx) => listPolicies(ctx), {});
    expect(await refusal(list(world.cast.recruiter))).toBe("FORBIDDEN");
    const read = await list(world.cast.auditor);
    expect(read.may.draft?.sentence).toBeDefined();
    expect(read.policies[0]?.versions[0]?.may.propose?.sentence).toBeDefined();
  });
});

describe("which version judges", () => {
  it("is that of the narrowest segment, and of one segment the one approved last", async () => {
    const germany = { region: "DE", experiment: null, client: null, network: null };
    await setPolicy(world, { parameters: { marginPercent: 0 } });
    await setPolicy(world, { segment: germany, parameters: { marginPercent: 100 } });
    expect(await askHeadcount(world, { regions: ["FR"] })).toEqual(["raise_requisition 1"]);
    expect(await askHeadcount(world, { regions: ["DE-BE"] })).toEqual(["raise_requisition 2"]);
    await setPolicy(world, { segment: germany, kind: "validation" });
    expect(await refusal(askHeadcount(world, { regions: ["DE-BE", "FR"] }))).toBe("HEADCOUNT");
    await setPolicy(world, { segment: germany, ends: true });
    expect(await askHeadcount(world, { regions: ["DE-BE"] })).toEqual(["raise_requisition 1"]);
  });

  it("binds from its instant to its end, to the millisecond, and then gives way to the one before", async () => {
    const at = (text: string) => harness.setClock(new Date(text));
    at("2026-03-01T00:00:00.000Z");
    await setPolicy(world, { parameters: { marginPercent: 0 } });
    await setPolicy(world, {
      kind: "validation",
      effectiveFrom: "2026-04-01T00:00:00.000Z",
      effectiveTo: "2026-05-01T00:00:00.000Z",
    });
    const answers = [];
    for (const instant of [
      "2026-03-31T23:59:59.999Z",
      "2026-04-01T00:00:00.000Z",
      "2026-04-30T23:59:59.999Z",
      "2026-05-01T00:00:00.000Z",
    ]) {
      at(instant);
      answers.push(await askHeadcount(world).catch((error: unknown) => String(error)));
    }
    expect(answers).toEqual([
      ["raise_requisition 1"],
      "Refused: HEADCOUNT",
      "Refused: HEADCOUNT",
      ["raise_requisition 1"],
    ]);
  });

  it("is exactly one for each of 32 commands that run while a policy takes effect, and each says which", async () => {
    await setPolicy(world, { parameters: { marginPercent: 0 } });
    const versionId = await proposedPolicy(world, { parameters: { marginPercent: 100 } });
    const asked = Array.from({ length: 32 }, () => askHeadcount(world));
    const [answers] = await Promise.all([Promise.all(asked), approveAs(world, versionId)]);
    const seats = new Map([
      [1, "raise_requisition 1"],
      [2, "raise_requisition 2"],
    ]);
    const details = await harness.within(world.org.id, (tx) =>
      tx
        .select({ details: auditDetail.details })
        .from(auditDetail)
        .where(and(eq(auditDetail.orgId, world.org.id), eq(auditDetail.judged, true))),
    );
    const said = details.map(({ details: kept }) => {
      const { by } = Object(kept).judged;
      expect(by).toHaveLength(1);
      const explanation = Explanation.parse(by[0]);
      expect(explanation.sentence).toContain(String(explanation.policy?.number));
      return seats.get(explanation.policy?.number ?? 0) ?? "by no version";
    });
    expect(said).toHaveLength(32);
    expect(new Set(said)).toEqual(new Set(answers.flat()));
    for (const answer of new Set(said)) {
      const count = (list: string[]) => list.filter((one) => one === answer).length;
      expect(count(said)).toBe(count(answers.flat()));
    }
    expect(await askHeadcount(world)).toEqual(["raise_requisition 2"]);
  });
});

describe("what is kept of a judgement", () => {
  it("is rule, version, segment, place, facts and words: in the entry of what was done", async () => {
    const set = await setPolicy(world);
    await askHeadcount(world, { regions: ["DE"] });
    const rows = await harness.within(world.org.id, (tx) =>
      tx.select().from(auditDetail).where(eq(auditDetail.judged, true)),
    );
    const { by } = Object(rows[0]?.details).judged;
    expect(Explanation.parse(by[0])).toMatchObject({
      rule: "offer.headcount",
      kind: "flow",
      outcome: "effect",
      code: "raise_requisition",
      policy: { versionId: set.id, number: 1 },
      segment: { region: null },
      place: { region: "DE", client: "browser", network: "internal" },
      parameters: { marginPercent: 50 },
      facts: { open: 0, reserved: 1, filled: 1 },
    });
  });

  it("is kept of what was refused, too, though the command was rolled back and has no entry", async () => {
    await setPolicy(world, { kind: "validation" });
    const before = await auditTrail(harness, world.org.id);
    const error: unknown = await askHeadcount(world).catch((thrown: unknown) => thrown);
    expect(error instanceof Refused && error.denial.explanation?.policy?.number).toBe(1);
    expect(await auditTrail(harness, world.org.id)).toHaveLength(before.length);
    const kept = await harness.within(world.org.id, (tx) => tx.select().from(policyRefusal));
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      rule: headcountRule.name,
      action: "organization.updateSettings",
      actorId: world.cast.admin.memberId,
      explanation: { code: "HEADCOUNT", outcome: "refused" },
    });
  });
});

it("keeps no version approved by its author, whoever writes the row", async () => {
  const { id } = await draftAs(world);
  const write = harness.within(world.org.id, (tx) =>
    tx
      .update(policyVersion)
      .set({ approverId: world.cast.admin.memberId })
      .where(eq(policyVersion.id, id)),
  );
  await expect(write).rejects.toMatchObject({
    cause: { constraint_name: "policy_version_two_people" },
  });
});

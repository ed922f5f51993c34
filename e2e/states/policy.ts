import { withinOrg } from "@rubric/api/demo/organization";
import { newId } from "@rubric/db";
import { policy, policyCase, policyHead, policyTrial, policyVersion } from "@rubric/db/schema";
import type { Explanation } from "@rubric/domain/policy/explanation";
import { daysAgo, type Organization } from "../setup-org.ts";

const EVERYONE = { region: null, experiment: null, client: null, network: null };

function answer(outcome: "refused" | "effect"): Explanation {
  const isRefusal = outcome === "refused";
  return {
    rule: "offer.headcount",
    kind: isRefusal ? "validation" : "flow",
    outcome,
    policy: null,
    segment: EVERYONE,
    place: { ...EVERYONE, client: "browser", network: "internal" },
    at: daysAgo(2).toISOString(),
    parameters: { marginPercent: 20 },
    facts: { open: 0, reserved: 1, filled: 1 },
    code: isRefusal ? "HEADCOUNT" : "raise_requisition",
    sentence: isRefusal
      ? "No opening is free: of 2, 1 is reserved by offers and 1 filled."
      : "No opening was free: a requisition for 2 was raised.",
    lift: isRefusal ? "Add an opening." : null,
  };
}

/**
 * A policy that binds, and a draft for Germany that was tried on history, where so many decisions
 * would have come out differently. Written as rows: nothing has happened that it could be tried on.
 */
export async function makePolicies(
  { db, org, cast }: Organization,
  cases: number,
): Promise<{ triedId: string }> {
  const orgId = org.id;
  const [binding, german, triedId, trialId] = [newId(), newId(), newId(), newId()];
  const at = daysAgo(3);
  const segment = { region: "", experiment: "", client: "", network: "" };
  const said = {
    orgId,
    kind: "flow" as const,
    parameters: { marginPercent: 20 },
    ends: false,
    reason: `We grow faster than the plan says. ${"z".repeat(65)}`,
    authorId: cast.admin.memberId,
    createdAt: at,
  };
  await withinOrg(db, orgId, async (tx) => {
    await tx.insert(policyHead).values({ orgId, epoch: 1 });
    await tx.insert(policy).values([
      { orgId, id: binding, rule: "offer.headcount", ...segment, createdAt: at },
      { orgId, id: german, rule: "offer.headcount", ...segment, region: "DE", createdAt: at },
    ]);
    await tx.insert(policyVersion).values([
      {
        ...said,
        id: newId(),
        policyId: binding,
        number: 1,
        state: "approved",
        kind: "validation",
        effectiveFrom: at,
        approverId: cast.secondAdmin.memberId,
        approvedAt: at,
      },
      { ...said, id: triedId, policyId: german, state: "draft" },
    ]);
    await tx.insert(policyTrial).values({
      orgId,
      id: trialId,
      versionId: triedId,
      state: "done",
      total: cases + 10,
      seen: cases + 10,
      judged: cases + 5,
      changed: cases,
      startedBy: cast.admin.memberId,
      createdAt: at,
      endedAt: at,
    });
    if (cases === 0) return;
    await tx.insert(policyCase).values(
      Array.from({ length: cases }, () => ({
        orgId,
        id: newId(),
        versionId: triedId,
        trialId,
        differs: true,
        at,
        action: "offer.send",
        subjectKind: "offer",
        subjectId: newId(),
        was: answer("refused"),
        would: answer("effect"),
      })),
    );
  });
  return { triedId };
}

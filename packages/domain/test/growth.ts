import {
  growthItem,
  growthPlan,
  growthPlanAgreement,
  growthPlanItem,
  libraryVersion,
  member,
  placement,
} from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { Member, Org } from "../src/context.ts";
import { levelsOfVersion, publishedVersion } from "../src/ladder/access.ts";
import { type Cast, makeJob, makeOrg } from "./factories.ts";
import type { Harness } from "./harness.ts";

/** An organization with a published framework, and somebody there with who manages them. */
export type Pair = { org: Org; cast: Cast; engineer: Member; boss: Member };

/** Makes an organization in which the engineer is managed by the approver. */
export async function makePair(harness: Harness): Promise<Pair> {
  const { org, cast } = await makeOrg(harness);
  await makeJob(harness, { org, cast });
  const [engineer, boss] = [cast.engineer, cast.approver];
  await harness.within(org.id, (tx) =>
    tx
      .update(member)
      .set({ managerId: boss.memberId })
      .where(and(eq(member.orgId, org.id), eq(member.id, engineer.memberId))),
  );
  return { org, cast, engineer, boss };
}

/** Places somebody at the framework's first level from a day on. */
export async function placeAt(
  harness: Harness,
  org: Org,
  who: Member,
  from: string,
): Promise<void> {
  await harness.within(org.id, async (tx) => {
    const version = await publishedVersion({ read: tx, org }, null);
    const [level] = await levelsOfVersion({ read: tx, org }, version?.versionId ?? "");
    await tx.insert(placement).values({
      orgId: org.id,
      id: crypto.randomUUID(),
      memberId: who.memberId,
      versionId: version?.versionId ?? "",
      levelId: level?.id ?? "",
      from,
      reason: "Hired at this level.",
      placedBy: null,
      createdAt: new Date(`${from}T09:00:00.000Z`),
    });
  });
}

/** Gives somebody an agreed plan of one item, done and shown, in words that can be found again. */
export async function plantPlan(
  harness: Harness,
  { org, boss }: Pair,
  who: Member,
  words: string,
): Promise<void> {
  const orgId = org.id;
  const at = new Date("2026-11-02T09:00:00.000Z");
  const [planId, itemId, libraryId] = [
    crypto.randomUUID(),
    crypto.randomUUID(),
    crypto.randomUUID(),
  ];
  await harness.within(orgId, async (tx) => {
    const version = await publishedVersion({ read: tx, org }, null);
    const [level] = await levelsOfVersion({ read: tx, org }, version?.versionId ?? "");
    await tx.insert(libraryVersion).values({
      orgId,
      id: libraryId,
      frameworkId: version?.id ?? "",
      number: 1 + (await tx.$count(libraryVersion)),
      name: "",
      summary: "",
      items: [],
      importedBy: boss.memberId,
      importedAt: at,
    });
    await tx.insert(growthPlan).values({
      orgId,
      id: planId,
      memberId: who.memberId,
      number: 1,
      state: "ended",
      revision: 1,
      frameworkVersionId: version?.versionId ?? "",
      libraryVersionId: libraryId,
      levelId: level?.id ?? "",
      goal: "promotion",
      path: [level?.key ?? ""],
      technologies: ["go"],
      weeks: 8,
      hoursAWeek: 4,
      startOn: "2026-11-02",
      gaps: [{ competency: "security", size: 3, from: level?.key ?? "", by: "baseline" }],
      done: [],
      kept: [],
      without: [],
      leftOut: [],
      madeBy: boss.memberId,
      createdAt: at,
      agreedAt: at,
      endedAt: at,
      endReason: `${words} end`,
    });
    await tx.insert(growthPlanAgreement).values([
      {
        orgId,
        planId,
        side: "manager" as const,
        memberId: boss.memberId,
        revision: 1,
        agreedAt: at,
      },
      { orgId, planId, side: "self" as const, memberId: who.memberId, revision: 1, agreedAt: at },
    ]);
    await tx.insert(growthItem).values({
      orgId,
      id: itemId,
      memberId: who.memberId,
      key: itemId,
      own: true,
      kind: "practice",
      competency: "security",
      level: level?.key ?? "",
      title: `${words} item`,
      summary: `${words} summary`,
      hours: 4,
      technologies: [],
      requires: [],
      evidence: "",
      preparation: false,
      doneAt: at,
      doneBy: who.memberId,
      shown: `${words} shown`,
    });
    await tx.insert(growthPlanItem).values({
      orgId,
      planId,
      itemId,
      position: 0,
      portions: [{ week: 1, hours: 4 }],
      because: "gap",
      missing: { left: 3, nth: 1 },
      requiredBy: null,
    });
  });
}

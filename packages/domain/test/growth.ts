import { member, placement } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { Member, Org, StaffMember } from "../src/context.ts";
import { levelsOfVersion, publishedVersion } from "../src/ladder/access.ts";
import { type Cast, makeJob, makeOrg } from "./factories.ts";
import { type Harness, memberActor } from "./harness.ts";

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

/** One more engineer, managed by somebody or by nobody. */
export async function makeEngineer(
  harness: Harness,
  org: Org,
  managerId: string | null,
): Promise<StaffMember> {
  const actor = memberActor(crypto.randomUUID(), ["engineer"], "One More");
  await harness.within(org.id, (tx) =>
    tx.insert(member).values({
      orgId: org.id,
      id: actor.memberId,
      name: actor.name,
      email: `${actor.memberId}@${org.slug}.test`,
      title: "",
      roles: ["engineer"],
      state: "active",
      managerId,
      createdAt: new Date(),
    }),
  );
  return actor;
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

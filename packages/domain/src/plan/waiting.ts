import { growthPlan, growthPlanAgreement, growthPlanItem, member } from "@rubric/db/schema";
import { and, asc, eq, exists, isNotNull, notExists, or } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import type { HomeView } from "../home/schemas.ts";

/** Drafts of plans that wait for the reader to agree: their own, or of whom they manage. */
export async function plansWaiting(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  memberId: string,
): Promise<HomeView["plans"]> {
  const agreed = (side: "self" | "manager") =>
    read
      .select({ planId: growthPlanAgreement.planId })
      .from(growthPlanAgreement)
      .where(
        and(
          eq(growthPlanAgreement.orgId, growthPlan.orgId),
          eq(growthPlanAgreement.planId, growthPlan.id),
          eq(growthPlanAgreement.revision, growthPlan.revision),
          eq(growthPlanAgreement.side, side),
          eq(growthPlanAgreement.memberId, memberId),
        ),
      );
  const rows = await read
    .select({
      planId: growthPlan.id,
      memberId: member.id,
      name: member.name,
      since: growthPlan.createdAt,
    })
    .from(growthPlan)
    .innerJoin(member, and(eq(member.orgId, growthPlan.orgId), eq(member.id, growthPlan.memberId)))
    .where(
      and(
        eq(growthPlan.orgId, org.id),
        eq(growthPlan.state, "draft"),
        isNotNull(member.managerId),
        or(
          and(eq(growthPlan.memberId, memberId), notExists(agreed("self"))),
          and(eq(member.managerId, memberId), notExists(agreed("manager"))),
        ),
        exists(
          read
            .select({ planId: growthPlanItem.planId })
            .from(growthPlanItem)
            .where(
              and(
                eq(growthPlanItem.orgId, growthPlan.orgId),
                eq(growthPlanItem.planId, growthPlan.id),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(growthPlan.createdAt));
  return rows.map(({ since, ...row }) => ({ ...row, since: toInstant(since) }));
}

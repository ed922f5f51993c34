import { member } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { mayOf, whyNotAllowed } from "../may.ts";
import { toInstant } from "../wire.ts";
import { type FlowRow, flowVersions } from "./access.ts";
import type { FlowView } from "./schemas.ts";

/** The versions of the organization's flow, or of a job's own, with the names of their members. */
export async function flowView(
  ctx: Pick<ReadCtx, "read" | "org" | "duties">,
  jobId: string | null,
): Promise<FlowView> {
  const members = await ctx.read
    .select({ id: member.id, name: member.name, state: member.state })
    .from(member)
    .where(eq(member.orgId, ctx.org.id));
  const known = new Map(members.map((one) => [one.id, one]));
  const person = (id: string) => {
    const found = known.get(id);
    return { id, name: found?.name ?? "", active: found?.state === "active" };
  };
  const versions = await flowVersions(ctx, jobId);
  const [organization] = jobId === null ? [] : await flowVersions(ctx, null);
  const versionView = (row: FlowRow) => ({
    number: row.number,
    groups: row.groups.map(({ name, approvals, members: named }) => ({
      name,
      approvals,
      members: named.map(({ memberId, standInId }) => ({
        member: person(memberId),
        standIn: standInId === null ? null : person(standInId),
      })),
    })),
    reason: row.reason,
    author: person(row.authorId).name,
    createdAt: toInstant(row.createdAt),
  });
  const save = jobId === null ? "approval.saveFlow" : "approval.saveJobFlow";
  return {
    versions: versions.map(versionView),
    organization: organization === undefined ? null : versionView(organization),
    may: { save: mayOf(whyNotAllowed(save, ctx.duties)) },
  };
}

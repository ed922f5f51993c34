import { departure } from "@rubric/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { findLink } from "../identity/links.ts";
import { withinOrg } from "../identity/within-org.ts";
import { composeRecord } from "./compose.ts";
import type { FetchRecordInput, RecordDocument } from "./schemas.ts";

/**
 * The record of who left, by the link that they were sent: it reads this and nothing else, as often
 * as they like until it is erased. LINK_INVALID where they did not leave or are there again.
 */
export async function fetchRecord(
  ctx: CommandCtx,
  { token }: z.infer<typeof FetchRecordInput>,
): Promise<RecordDocument> {
  const { tx, clock } = ctx;
  const link = await findLink(tx, "record", token, clock);
  if (link?.orgId == null) return refuse("LINK_INVALID", {});
  const { orgId, subjectId } = link;
  const document = await withinOrg(tx, orgId, async () => {
    const [left] = await tx
      .select({ memberId: departure.memberId })
      .from(departure)
      .where(
        and(
          eq(departure.orgId, orgId),
          eq(departure.memberId, subjectId),
          isNull(departure.erasedAt),
        ),
      );
    if (left === undefined) return refuse("LINK_INVALID", {});
    return composeRecord({ read: tx, org: { id: orgId }, clock }, subjectId);
  });
  ctx.audit({ subject: { kind: "member", id: subjectId }, after: { organization: orgId } });
  return document;
}

import { applicationEvent, member } from "@rubric/db/schema";
import { and, asc, eq, inArray } from "drizzle-orm";
import { ANSWERED, ASKED } from "../application/questions.ts";
import type { ReadCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import type { OwnMessage } from "./schemas.ts";

/** What a candidate asked and what was written to them, oldest first, by application. */
export async function correspondenceOf(
  { read, org }: Pick<ReadCtx, "read" | "org">,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, OwnMessage[]>> {
  const rows = await read
    .select({ event: applicationEvent, by: member.name })
    .from(applicationEvent)
    .leftJoin(
      member,
      and(eq(member.orgId, applicationEvent.orgId), eq(member.id, applicationEvent.memberId)),
    )
    .where(
      and(
        eq(applicationEvent.orgId, org.id),
        inArray(applicationEvent.applicationId, [...applicationIds]),
        inArray(applicationEvent.kind, [ASKED, ANSWERED]),
      ),
    )
    .orderBy(asc(applicationEvent.at), asc(applicationEvent.id));
  const found = new Map<string, OwnMessage[]>();
  for (const { event, by } of rows) {
    const { text } = event.facts;
    const one = {
      id: event.id,
      at: toInstant(event.at),
      from: event.kind === ASKED ? null : by,
      text: typeof text === "string" ? text : "",
    };
    found.set(event.applicationId, [...(found.get(event.applicationId) ?? []), one]);
  }
  return found;
}

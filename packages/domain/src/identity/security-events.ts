import { type Database, newId } from "@rubric/db";
import { securityEvent } from "@rubric/db/schema";
import type { Origin } from "../context.ts";

/** Keeps a refused sign-in or permission, after the rollback of what was refused. */
export async function recordSecurityEvent(
  db: Database,
  origin: Origin,
  kind: string,
  detail: Record<string, string>,
): Promise<void> {
  await db.insert(securityEvent).values({
    id: newId(),
    at: new Date(),
    kind,
    ip: origin.ip,
    requestId: origin.requestId,
    detail,
  });
}

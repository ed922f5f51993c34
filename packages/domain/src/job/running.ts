import type { Reader } from "@rubric/db";
import { application, offer } from "@rubric/db/schema";
import { and, count, eq, inArray } from "drizzle-orm";

/** What of a job is still running: applications that have not ended, and offers that are out. */
export async function runningOf(
  read: Reader,
  orgId: string,
  jobId: string,
): Promise<{ applications: number; offers: number }> {
  const [applications] = await read
    .select({ running: count() })
    .from(application)
    .where(
      and(
        eq(application.orgId, orgId),
        eq(application.jobId, jobId),
        inArray(application.state, ["active", "on_hold"]),
      ),
    );
  const [offers] = await read
    .select({ out: count() })
    .from(offer)
    .where(
      and(
        eq(offer.orgId, orgId),
        eq(offer.jobId, jobId),
        inArray(offer.state, ["sent", "change_asked"]),
      ),
    );
  return { applications: applications?.running ?? 0, offers: offers?.out ?? 0 };
}

import { applicationStage } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ApplicationRow } from "../application/rows.ts";
import type { ReadCtx } from "../context.ts";
import type { OwnStep } from "./schemas.ts";
import type { Step } from "./steps.ts";

/** Which stages each application has entered, as `application stage`. */
export async function visitsOf(
  ctx: Pick<ReadCtx, "read" | "org">,
  applicationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.read
    .select({
      applicationId: applicationStage.applicationId,
      stageId: applicationStage.stageId,
    })
    .from(applicationStage)
    .where(
      and(
        eq(applicationStage.orgId, ctx.org.id),
        inArray(applicationStage.applicationId, [...applicationIds]),
      ),
    );
  return new Set(rows.map((row) => `${row.applicationId} ${row.stageId}`));
}

/**
 * The line of steps of an application: done, now, to come. What was passed over is left out, and
 * so is what cannot come any more.
 */
export function lineOf(
  row: Pick<ApplicationRow, "id" | "planId" | "stageId">,
  state: ApplicationRow["state"],
  steps: readonly Step[],
  visits: ReadonlySet<string>,
): OwnStep[] {
  const own = steps.filter((step) => step.planId === row.planId);
  const at = own.find((step) => step.id === row.stageId)?.position ?? 0;
  const goesOn = state === "active" || state === "on_hold";
  const last = state === "hired" ? "done" : "ended";
  return own.flatMap((step): OwnStep[] => {
    const { name, kind, assesses, tip, interviews, position, id } = step;
    const shown = { name, kind, assesses, tip, interviews };
    if (position > at) return goesOn ? [{ ...shown, when: "to_come" }] : [];
    if (position === at) return [{ ...shown, when: goesOn ? "now" : last }];
    return visits.has(`${row.id} ${id}`) ? [{ ...shown, when: "done" }] : [];
  });
}

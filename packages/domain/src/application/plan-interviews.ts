import { newId } from "@rubric/db";
import { interview, planInterview } from "@rubric/db/schema";
import { and, asc, eq, notInArray } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import type { StageRow } from "./rows.ts";

/** Plans each interview of the stage that the application has none of, cancelled and missed ones aside. */
export async function planInterviews(
  ctx: Pick<CommandCtx, "tx" | "org" | "clock">,
  applicationId: string,
  stage: Pick<StageRow, "id">,
): Promise<void> {
  const wanted = await ctx.tx
    .select({ id: planInterview.id })
    .from(planInterview)
    .where(and(eq(planInterview.orgId, ctx.org.id), eq(planInterview.stageId, stage.id)))
    .orderBy(asc(planInterview.position));
  const there = await ctx.tx
    .select({ id: interview.planInterviewId })
    .from(interview)
    .where(
      and(
        eq(interview.orgId, ctx.org.id),
        eq(interview.applicationId, applicationId),
        notInArray(interview.state, ["cancelled", "absent"]),
      ),
    );
  const known = new Set(there.map((one) => one.id));
  const missing = wanted.filter((one) => !known.has(one.id));
  if (missing.length === 0) return;
  await ctx.tx.insert(interview).values(
    missing.map((one) => ({
      orgId: ctx.org.id,
      id: newId(),
      applicationId,
      stageId: stage.id,
      planInterviewId: one.id,
      state: "planned" as const,
      place: "",
      focus: "",
      extra: false,
      sequence: 0,
      proposedTimes: [],
      createdAt: ctx.clock,
    })),
  );
}

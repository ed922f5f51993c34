import { member } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import type { JobDetails } from "./access.ts";
import { proposeFrom } from "./plan/propose.ts";
import type { JobView } from "./schemas.ts";
import { TASKS } from "./tasks.ts";

type From = {
  competencies: readonly { key: string; name: string; theme: string }[];
  questions: readonly { id: string; kind: string; competencyKey: string }[];
};

/** The catalogue with who ticked what, and what the ticks propose. */
export async function intakeView(
  ctx: Pick<ReadCtx, "read" | "org" | "actor">,
  job: JobDetails,
  from: From,
): Promise<JobView["intake"]> {
  const ticks = new Map(job.intake.tasks.map((task) => [task.key, task.by]));
  const ids = [...new Set([...ticks.values()].flat())];
  const names = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), inArray(member.id, ids)));
  const self = ctx.actor.kind === "member" ? ctx.actor.memberId : "";
  return {
    tasks: TASKS.map(({ key, area, text }) => {
      const by = ticks.get(key) ?? [];
      return {
        key,
        area,
        text,
        by: names.filter((one) => by.includes(one.id)),
        mine: by.includes(self),
      };
    }),
    experience: job.intake.experience,
    proposal: proposeFrom([...ticks.keys()], {
      version: { competencies: from.competencies },
      expectedLevelKey: job.levelKey,
      questions: from.questions,
    }),
  };
}

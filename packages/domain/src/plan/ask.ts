import type { LibraryEntry } from "@rubric/db/schema";
import type { z } from "zod";
import { isUnshared } from "../baseline/ratings.ts";
import type { ReadCtx } from "../context.ts";
import { dayAt } from "../deadline/due.ts";
import { timeZoneOf } from "../deadline/facts.ts";
import { refuse, refuseIf } from "../errors.ts";
import { pathBetween } from "../ladder/ladder.ts";
import { assessedGaps, groundOf } from "./access.ts";
import type { AssessedGap } from "./gaps.ts";
import { choicesOf, itemsOfMember } from "./items.ts";
import { choosePlan } from "./choose.ts";
import type { Plan, PlanRequest } from "./request.ts";
import { whyNotAimAt, whyNotStartOn } from "./rules.ts";
import type { PlanRequestInput } from "./schemas.ts";

/** A plan that was asked for, with all that it was made from; nothing of it is written yet. */
export type Asked = {
  request: PlanRequest;
  plan: Plan;
  gaps: readonly AssessedGap[];
  choices: readonly LibraryEntry[];
  frameworkVersionId: string;
  libraryVersionId: string;
  levelId: string;
  startOn: string;
};

/** Makes the plan that is asked for, from the gaps as they were rated or, unrated, marked by hand. */
export async function askPlan(
  ctx: ReadCtx,
  input: z.infer<typeof PlanRequestInput>,
): Promise<Asked> {
  const { framework, levels, held, library } = await groundOf(ctx, input.memberId);
  const level = levels.find(({ id }) => id === input.levelId);
  if (framework === null || level === undefined) return refuse("NOT_FOUND", {});
  if (library === null) return refuse("LIBRARY_MISSING", {});
  const path = (held && pathBetween(levels, held.key, level.key)) ?? [level];
  const gaps = await assessedGaps(
    ctx,
    input.memberId,
    { frameworkId: framework.id, path },
    new Map(input.marked.map(({ competency, rating }) => [competency, rating])),
  );
  refuseIf(
    whyNotAimAt(input.goal, {
      held: level.id === held?.id,
      gaps: gaps.length,
      unshared: gaps.length === 0 && (await isUnshared(ctx, input.memberId)),
    }),
  );
  refuseIf(whyNotStartOn(input.startOn, await todayOf(ctx), ctx.limits));
  const items = await itemsOfMember(ctx, input.memberId);
  const request: PlanRequest = {
    weeks: input.weeks,
    hoursAWeek: input.hoursAWeek,
    goal: input.goal,
    path: path.map(({ key }) => key),
    technologies: [...new Set(input.technologies)],
    gaps,
    done: items.filter(({ doneAt }) => doneAt !== null).map(({ key }) => key),
    kept: [],
    without: [],
  };
  const choices = choicesOf(library.items, items, request.done);
  return {
    request,
    plan: choosePlan(request, choices),
    gaps,
    choices,
    frameworkVersionId: framework.versionId,
    libraryVersionId: library.id,
    levelId: level.id,
    startOn: input.startOn,
  };
}

/** The organization's calendar day (`2026-03-29`). */
export async function todayOf(ctx: Pick<ReadCtx, "read" | "org" | "clock">): Promise<string> {
  return dayAt(ctx.clock, await timeZoneOf(ctx));
}

import { member } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { type Denial, deny, explain, refuse } from "../errors.ts";
import { expectationsOf } from "../review/access.ts";
import { whyNotAlone } from "../review/rules.ts";
import { requireMember } from "../identity/access.ts";
import { toInstant } from "../wire.ts";
import { levelsOfVersion, placementOf, publishedVersion, reviewsOf } from "./access.ts";
import { levelView } from "./compare.ts";
import { onward, reachedFrom, rowsOf } from "./rated.ts";
import { lateralMoves, nextLevels } from "./ladder.ts";
import { rowsBetween } from "./level-changes.ts";
import { payOf } from "./pay.ts";
import type { LadderView } from "./schemas.ts";
import { HELD, weightedProgress } from "./standing.ts";

type Ctx = Pick<ReadCtx, "actor" | "org" | "read" | "clock" | "duties" | "subject">;

/**
 * A member's ladder for one of the two who take part in their growth. It speaks of the framework in
 * which they were placed, in its newest published version, levels and competencies by their keys.
 */
export async function ladderView(
  ctx: Ctx,
  memberId: string,
  { levelId, region }: { levelId: string | null; region: string | null },
): Promise<LadderView> {
  const { grows } = ctx.subject;
  if (grows === undefined) return refuse("NOT_FOUND", {});
  const placed = await placementOf(ctx, memberId);
  const framework = await publishedVersion(ctx, placed?.frameworkId ?? null);
  const levels = framework === null ? [] : await levelsOfVersion(ctx, framework.versionId);
  const here = levels.find(({ key }) => key === placed?.levelKey);
  const [next] = here === undefined ? levels : onward(levels, here);
  const against = levelId === null ? (next ?? here) : levels.find((l) => l.id === levelId);
  if (levelId !== null && against === undefined) return refuse("NOT_FOUND", {});
  const rows =
    against === undefined || framework === null
      ? []
      : await rowsOf(ctx, { memberId, frameworkId: framework.id, here, against });
  const of = { memberId, frameworkId: framework?.id ?? "" };
  const reviews = await reviewsOf(ctx, memberId);
  const managing = ctx.duties.has("line_manager");
  const open = reviews.some(({ state }) => state === "open");
  const why = (denial: Denial | null) => denial && explain(denial);
  return {
    ...(await peopleOf(ctx, grows)),
    managing,
    leads: await leadsAnybody(ctx),
    framework,
    levels: levels.map(levelView),
    placed:
      placed === null
        ? null
        : {
            levelId: here?.id ?? placed.row.levelId,
            name: placed.levelName,
            from: placed.row.from,
            reason: placed.row.reason,
          },
    next: here === undefined ? [] : nextLevels(levels, here.key).map(levelView),
    lateral: here === undefined ? [] : lateralMoves(levels, here.key).map(levelView),
    reached: here === undefined ? null : levelView(await reachedFrom(ctx, of, levels, here)),
    against: against === undefined ? null : levelView(against),
    newer:
      placed === null || framework === null ? null : await newerThan(ctx, placed, framework, here),
    pay: await payOf(
      ctx,
      placed && { frameworkId: placed.frameworkId, levelKey: placed.levelKey },
      region,
    ),
    rows: rows.map(({ rating: _rating, ...row }) => row),
    progress: {
      ...weightedProgress(rows.map((row) => ({ ...row, competency: row.key }))),
      held: HELD,
    },
    reviews: reviews.map(({ id, levelName, state, openedAt, dueAt }) => ({
      id,
      levelName,
      state,
      openedAt: toInstant(openedAt),
      dueAt: toInstant(dueAt),
    })),
    may: {
      place: why(managing ? null : deny("FORBIDDEN", { by: "manager" })),
      openReview: why(open ? deny("REVIEW_OPEN", {}) : whyNotAlone(grows)),
    },
  };
}

/** What a version published since the placement changes for the level; null where nothing newer is. */
async function newerThan(
  ctx: Ctx,
  placed: NonNullable<Awaited<ReturnType<typeof placementOf>>>,
  now: { versionId: string; number: number },
  here: { id: string } | undefined,
): Promise<LadderView["newer"]> {
  if (placed.row.versionId === now.versionId) return null;
  const before = await expectationsOf(ctx, placed.row.levelId);
  const after = here === undefined ? [] : await expectationsOf(ctx, here.id);
  const changed = rowsBetween(before, after).filter(({ change }) => change !== "same");
  return {
    beforeId: placed.row.versionId,
    before: placed.number,
    after: now.number,
    gone: here === undefined,
    rows: changed.map(({ key, name, change, here: was, there }) => ({
      key,
      name,
      change,
      here: was,
      there,
    })),
  };
}

async function leadsAnybody(ctx: Ctx): Promise<boolean> {
  const { memberId } = requireMember(ctx);
  const [one] = await ctx.read
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), eq(member.managerId, memberId)))
    .limit(1);
  return one !== undefined;
}

async function peopleOf(
  ctx: Ctx,
  grows: { memberId: string; managerId: string | null },
): Promise<Pick<LadderView, "member" | "manager">> {
  const ids = [grows.memberId, ...(grows.managerId === null ? [] : [grows.managerId])];
  const rows = await ctx.read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), inArray(member.id, ids)));
  const find = (id: string | null) => rows.find((row) => row.id === id) ?? null;
  return {
    member: find(grows.memberId) ?? refuse("NOT_FOUND", {}),
    manager: find(grows.managerId),
  };
}

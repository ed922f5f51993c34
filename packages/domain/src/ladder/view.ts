import { member } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { type Denial, deny, explain, refuse } from "../errors.ts";
import { expectationsOf, sideOf } from "../review/access.ts";
import { whyNotAlone } from "../review/rules.ts";
import { toInstant } from "../wire.ts";
import {
  levelsOfVersion,
  placementOf,
  publishedVersion,
  type RatingSaid,
  ratingsAt,
  reviewsOf,
} from "./access.ts";
import { nextLevels } from "./ladder.ts";
import type { LadderView } from "./schemas.ts";
import { gapsOf, weightedProgress } from "./standing.ts";

type Ctx = Pick<ReadCtx, "actor" | "org" | "read" | "clock" | "duties" | "subject">;

/**
 * A member's ladder for one of the two who take part in their growth. It speaks of the framework in
 * which they were placed, in its newest published version, levels and competencies by their keys.
 */
export async function ladderView(
  ctx: Ctx,
  memberId: string,
  levelId: string | null,
): Promise<LadderView> {
  const { grows } = ctx.subject;
  if (grows === undefined) return refuse("NOT_FOUND", {});
  const placed = await placementOf(ctx, memberId);
  const framework = await publishedVersion(ctx, placed?.frameworkId ?? null);
  const levels = framework === null ? [] : await levelsOfVersion(ctx, framework.versionId);
  const at = levels.findIndex(({ key }) => key === placed?.levelKey);
  const here = levels[at];
  const [next] = here === undefined ? levels : nextLevels(levels, here.key);
  const against = levelId === null ? (next ?? here) : levels.find((l) => l.id === levelId);
  if (levelId !== null && against === undefined) return refuse("NOT_FOUND", {});
  const rows =
    against === undefined || framework === null
      ? []
      : await rowsOf(ctx, { memberId, frameworkId: framework.id, here, against });
  const reviews = await reviewsOf(ctx, memberId);
  const managing = ctx.duties.has("line_manager");
  const open = reviews.some(({ state }) => state === "open");
  const why = (denial: Denial | null) => denial && explain(denial);
  return {
    ...(await peopleOf(ctx, grows)),
    framework,
    levels: levels.map(({ id, key, name }) => ({ id, key, name })),
    placed:
      placed === null || here === undefined
        ? null
        : { levelId: here.id, from: placed.row.from, reason: placed.row.reason },
    against:
      against === undefined ? null : { id: against.id, key: against.key, name: against.name },
    rows: rows.map(({ rating: _rating, ...row }) => row),
    progress: weightedProgress(rows.map((row) => ({ ...row, competency: row.key }))),
    reviews: reviews.map(({ id, levelName, state, openedAt, dueAt }) => ({
      id,
      levelName,
      state,
      openedAt: toInstant(openedAt),
      dueAt: toInstant(dueAt),
    })),
    may: {
      place: why(managing ? null : deny("FORBIDDEN", {})),
      openReview: why(open ? deny("REVIEW_OPEN", {}) : whyNotAlone(grows)),
    },
  };
}

/** The expectations of a level with what was said of each; the manager's word counts before one's own. */
async function rowsOf(
  ctx: Ctx,
  {
    memberId,
    frameworkId,
    here,
    against,
  }: {
    memberId: string;
    frameworkId: string;
    here: { id: string } | undefined;
    against: { id: string; key: string };
  },
) {
  const said = await ratingsAt(
    ctx,
    { memberId, frameworkId, levelKey: against.key },
    { side: sideOf(ctx), now: ctx.clock },
  );
  const anchors = new Map(
    here === undefined
      ? []
      : (await expectationsOf(ctx, here.id)).map((row) => [row.key, row.anchor] as const),
  );
  const rows = (await expectationsOf(ctx, against.id)).map(({ anchor, ...row }) => {
    const { self, manager } = said.get(row.key) ?? {};
    return {
      ...row,
      here: anchors.get(row.key) ?? null,
      there: anchor,
      self: saidView(self),
      manager: saidView(manager),
      rating: manager?.rating ?? self?.rating ?? null,
    };
  });
  const gaps = new Map(
    gapsOf(rows.map((row) => ({ ...row, competency: row.key }))).map((gap) => [
      gap.competency,
      gap.size,
    ]),
  );
  return rows.map((row) => ({
    ...row,
    gap: row.rating === null ? null : (gaps.get(row.key) ?? 0),
  }));
}

function saidView(said: RatingSaid | undefined) {
  return said === undefined ? null : { rating: said.rating, at: toInstant(said.at) };
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

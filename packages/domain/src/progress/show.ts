import { member } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { checkInsOf, checkInView, todayOf } from "../check-in/access.ts";
import { owedWeek } from "../check-in/due.ts";
import { addDays, mondayOf } from "../check-in/rules.ts";
import type { ReadCtx } from "../context.ts";
import { deny, explain, refuse } from "../errors.ts";
import { evidenceOf } from "../evidence/access.ts";
import { mayOf } from "../may.ts";
import { figuresOf, mappedSources, mappedView } from "../metric/access.ts";
import { isReady } from "../metric/fetch.ts";
import { METRIC_KEYS, METRICS } from "../metric/metrics.ts";
import { whyNotFetch } from "../metric/rules.ts";
import { sideOf } from "../review/access.ts";
import { competenciesFor } from "./competencies.ts";
import { pointsOf } from "./points.ts";
import type { ProgressView, ShowProgressInput } from "./schemas.ts";

/** How somebody gets on, for one of the two who take part: check-ins, points, figures and evidence. */
export async function showProgress(
  ctx: ReadCtx,
  { memberId }: z.infer<typeof ShowProgressInput>,
): Promise<ProgressView> {
  const { clock, limits } = ctx;
  const mine = sideOf(ctx);
  const today = await todayOf(ctx);
  const sources = await mappedSources(ctx, memberId);
  const known = sources.filter(({ login }) => login !== null);
  const ready = known.filter(({ row }) => isReady(row, clock, limits.metricFetchMinutes));
  const own = mine === "self" ? null : deny("FORBIDDEN", { by: "person" });
  const notOwn = own && explain(own);
  return {
    ...(await peopleOf(ctx)),
    mine,
    today,
    weeks: Array.from({ length: limits.checkInWeeksBack + 1 }, (_, back) =>
      addDays(mondayOf(today), -7 * back),
    ),
    owed: await owedWeek(ctx, memberId),
    checkIns: (await checkInsOf(ctx, memberId)).map((one) => checkInView(ctx, one, today)),
    competencies: await competenciesFor(ctx, memberId),
    points: await pointsOf(ctx, { memberId, reader: mine }),
    metrics: METRIC_KEYS.map((key) => {
      const { name, says, unit, target } = METRICS[key];
      return { key, name, says, unit, target };
    }),
    figures: await figuresOf(ctx, memberId),
    sources: sources.map(mappedView),
    evidence: await evidenceOf(ctx, memberId),
    may: {
      record: notOwn,
      setLogin: notOwn,
      fetch: mayOf(
        whyNotFetch({
          sources: known.length,
          ready: ready.length,
          minutes: limits.metricFetchMinutes,
        }),
      ),
    },
  };
}

/** The member and who manages them now. */
async function peopleOf({
  read,
  org,
  subject: { grows },
}: Pick<ReadCtx, "read" | "org" | "subject">): Promise<Pick<ProgressView, "member" | "manager">> {
  if (grows === undefined) return refuse("NOT_FOUND", {});
  const ids = [grows.memberId, ...(grows.managerId === null ? [] : [grows.managerId])];
  const rows = await read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, org.id), inArray(member.id, ids)));
  const find = (id: string | null) => rows.find((row) => row.id === id) ?? null;
  return {
    member: find(grows.memberId) ?? refuse("NOT_FOUND", {}),
    manager: find(grows.managerId),
  };
}

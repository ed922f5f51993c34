import { interview, member, planInterview, scorecard } from "@rubric/db/schema";
import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import type { ApplicationRow } from "../application/rows.ts";
import { beforeCancelled, notToldOf } from "../application/told.ts";
import type { ReadCtx } from "../context.ts";
import type { Denial } from "../errors.ts";
import { stateNow, whyNotArrange, whyNotInState } from "../interview/rules.ts";
import { mayOf } from "../may.ts";
import { toInstant } from "../wire.ts";
import type { OwnInterview } from "./schemas.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "clock">;
type Row = { interview: typeof interview.$inferSelect; plan: typeof planInterview.$inferSelect };

/**
 * The interviews that a candidate knows of, by application in the state they know it in; cancelled
 * ones once they were told.
 */
export async function ownInterviews(
  ctx: Ctx,
  applications: readonly Pick<ApplicationRow, "id" | "state">[],
): Promise<ReadonlyMap<string, OwnInterview[]>> {
  const rows = await load(
    ctx,
    applications.map((one) => one.id),
  );
  const ids = rows.map((row) => row.interview.id);
  const untold = await notToldOf(ctx, "interview.cancelled", ids);
  const people = await peopleOf(ctx, ids, untold);
  const stateOf = new Map(applications.map((one) => [one.id, one.state]));
  const shown = rows.flatMap((row) => {
    const of = row.interview.applicationId;
    const denial = whyNotArrange(stateOf.get(of) ?? "active");
    const view = asKnown(ctx, row, untold.has(row.interview.id), denial);
    if (view === null) return [];
    return [{ of, view: { ...view, people: people.get(view.id) ?? [] } }];
  });
  return new Map(
    [...Map.groupBy(shown, (one) => one.of)].map(([id, list]) => [id, list.map((one) => one.view)]),
  );
}

function asKnown(
  ctx: Ctx,
  { interview: row, plan }: Row,
  untold: boolean,
  denial: Denial | null,
): OwnInterview | null {
  const state = untold ? beforeCancelled(row) : stateNow(row, ctx.clock);
  if (state === "planned" || (state === "cancelled" && row.startsAt === null)) return null;
  return {
    id: row.id,
    name: plan.name,
    kind: plan.kind,
    minutes: row.proposal?.minutes ?? plan.minutes,
    state,
    startsAt: toInstant(row.startsAt),
    endsAt: toInstant(row.endsAt),
    place: row.place,
    people: [],
    proposedTimes: state === "proposed" ? row.proposedTimes : [],
    may: { chooseTime: mayOf(denial, whyNotInState("chooseTime", { ...row, state }, ctx.clock)) },
  };
}

async function load(ctx: Ctx, applicationIds: readonly string[]): Promise<Row[]> {
  return ctx.read
    .select({ interview, plan: planInterview })
    .from(interview)
    .innerJoin(
      planInterview,
      and(
        eq(planInterview.orgId, interview.orgId),
        eq(planInterview.id, interview.planInterviewId),
      ),
    )
    .where(
      and(
        eq(interview.orgId, ctx.org.id),
        inArray(interview.applicationId, [...applicationIds]),
        ne(interview.state, "planned"),
      ),
    )
    .orderBy(asc(interview.startsAt), asc(planInterview.position), asc(interview.id));
}

async function peopleOf(
  ctx: Ctx,
  interviewIds: readonly string[],
  untold: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string[]>> {
  if (interviewIds.length === 0) return new Map();
  const rows = await ctx.read
    .select({ interviewId: scorecard.interviewId, name: member.name })
    .from(scorecard)
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        inArray(scorecard.interviewId, [...interviewIds]),
        eq(scorecard.shadow, false),
        or(ne(scorecard.state, "void"), inArray(scorecard.interviewId, [...untold])),
      ),
    )
    .orderBy(asc(member.name));
  return new Map(
    [...Map.groupBy(rows, (row) => row.interviewId)].map(([id, list]) => [
      id,
      list.map((one) => one.name),
    ]),
  );
}

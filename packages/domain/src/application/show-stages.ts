import { type Given, prepared, together } from "@rubric/db";
import { applicationStage, member, planInterview, scorecard } from "@rubric/db/schema";
import { and, asc, eq, ne } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { explain } from "../errors.ts";
import { whyNotBreakGlass } from "../scorecard/rules.ts";
import { toInstant } from "../wire.ts";
import { marksOf, recommendationsOf, seatsAt } from "./marks.ts";
import type { Placed } from "./placed.ts";
import type { ApplicationView } from "./schemas.ts";
import { mayIn } from "./show-may.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor" | "duties">;
type StageView = ApplicationView["stages"][number];
type Interview = Placed["interviews"][number];

/** The stages of the plan with their interviews, who sits in them, and their scorecards as marks. */
export async function stagesView(ctx: Ctx, at: Placed): Promise<StageView[]> {
  const of = { orgId: ctx.org.id, applicationId: at.row.id };
  const [seats, entered] = await together([seatsOf(ctx.read, of), datesOf(ctx.read, of)]);
  const dates = new Map(entered.map((row) => [row.stageId, row]));
  const visits = new Map(
    at.seal.stages
      .filter((one) => one.applicationId === at.row.id)
      .map((one) => [one.stageId, one]),
  );
  const open = [...visits.values()].filter(
    (one) => seatsAt(at.seal.seats, at.row.id, one.stageId).length > 0,
  );
  const readable = open.filter((one) => at.seal.whyNot(at.row.id, one.stageId) === null);
  const recommendations = await recommendationsOf(
    ctx,
    readable.flatMap((one) =>
      seatsAt(at.seal.seats, at.row.id, one.stageId).map((seat) => seat.scorecardId),
    ),
  );
  const leads = ctx.duties.has("job_recruiter") || ctx.duties.has("job_manager");
  const { actor } = ctx;
  const isMine = (seat: { authorId: string }) =>
    actor.kind === "member" && actor.memberId === seat.authorId;
  return at.plan.map((stage): StageView => {
    const visit = visits.get(stage.id);
    const here = seatsAt(at.seal.seats, at.row.id, stage.id);
    const judged = visit !== undefined && (visit.hasInterviews || here.length > 0);
    const denial = judged ? at.seal.whyNot(at.row.id, stage.id) : null;
    const othersIn = here.filter((seat) => seat.state === "submitted" && !isMine(seat)).length;
    return {
      id: stage.id,
      name: stage.name,
      kind: stage.kind,
      when: whenOf(at, stage.position),
      enteredAt: toInstant(dates.get(stage.id)?.enteredAt ?? null),
      decidedAt: toInstant(dates.get(stage.id)?.decidedAt ?? null),
      quorum: judged ? at.seal.quorum(at.row.id, stage.id) : null,
      sealed: denial === null ? null : explain(denial),
      breakGlass:
        denial === null || othersIn === 0
          ? null
          : mayIn(ctx, at)("scorecard.breakGlass", whyNotBreakGlass(true, othersIn)),
      marks: marksOf(here, recommendations),
      interviews: at.interviews
        .filter((one) => one.stageId === stage.id)
        .map(({ id, name, minutes, state, startsAt, endsAt, place, ...row }) => {
          const own = seats.filter((seat) => seat.interviewId === id);
          return {
            id,
            name,
            minutes,
            state,
            startsAt: toInstant(startsAt),
            endsAt: toInstant(endsAt),
            place,
            proposal: state === "proposed" ? proposalView(row) : null,
            kit: leads || own.some(isMine),
            seats: own.map((seat) => ({
              scorecardId: seat.scorecardId,
              memberId: seat.authorId,
              name: seat.name,
              mine: isMine(seat),
              shadow: seat.shadow,
              state: seat.state,
            })),
          };
        }),
    };
  });
}

function proposalView({ proposedTimes, proposal }: Pick<Interview, "proposedTimes" | "proposal">) {
  if (proposal === null) return null;
  const { minutes, seats } = proposal;
  const those = (shadow: boolean) =>
    seats.filter((seat) => seat.shadow === shadow).map((seat) => seat.memberId);
  return { times: proposedTimes, minutes, interviewers: those(false), shadows: those(true) };
}

const plannedIn = prepared((db, of: Given<{ orgId: string; stageId: string }>) =>
  db
    .select({ id: planInterview.id, name: planInterview.name })
    .from(planInterview)
    .where(and(eq(planInterview.orgId, of.orgId), eq(planInterview.stageId, of.stageId)))
    .orderBy(asc(planInterview.position)),
);

/** The interviews that the plan has in a stage. */
export async function plannedView(
  { read, org }: Pick<Ctx, "read" | "org">,
  stageId: string,
): Promise<ApplicationView["planned"]> {
  return plannedIn(read, { orgId: org.id, stageId });
}

function whenOf(at: Placed, position: number): StageView["when"] {
  if (position < at.stage.position) return "done";
  if (position > at.stage.position) return "to_come";
  return at.row.state === "active" || at.row.state === "on_hold" ? "now" : "done";
}

type One = Given<{ orgId: string; applicationId: string }>;

const datesOf = prepared((db, of: One) =>
  db
    .select({
      stageId: applicationStage.stageId,
      enteredAt: applicationStage.enteredAt,
      decidedAt: applicationStage.decidedAt,
    })
    .from(applicationStage)
    .where(
      and(
        eq(applicationStage.orgId, of.orgId),
        eq(applicationStage.applicationId, of.applicationId),
      ),
    ),
);

const seatsOf = prepared((db, of: One) =>
  db
    .select({
      scorecardId: scorecard.id,
      interviewId: scorecard.interviewId,
      authorId: scorecard.authorId,
      name: member.name,
      shadow: scorecard.shadow,
      state: scorecard.state,
    })
    .from(scorecard)
    .innerJoin(member, and(eq(member.orgId, scorecard.orgId), eq(member.id, scorecard.authorId)))
    .where(
      and(
        eq(scorecard.orgId, of.orgId),
        eq(scorecard.applicationId, of.applicationId),
        ne(scorecard.state, "void"),
      ),
    )
    .orderBy(asc(scorecard.shadow), asc(member.name)),
);

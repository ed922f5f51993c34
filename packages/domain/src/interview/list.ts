import { application, interview, organizationSettings } from "@rubric/db/schema";
import { and, asc, desc, eq, gte, inArray, lt, or, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { Id, Instant } from "../wire.ts";
import { interviewLines, ofJobs, seatedBy } from "./lines.ts";
import { dayAround } from "./mornings.ts";
import { ownJobs } from "./own-jobs.ts";
import type { InterviewLine, InterviewListView, ListInterviewsInput } from "./schemas.ts";

const PAGE = 50;
const AT_MOST = 200;

const Cursor = z.tuple([Instant, Id]);

/** One's own interviews, or those of the jobs one schedules: without a time, today, coming, past. */
export async function listInterviews(
  ctx: ReadCtx,
  input: z.infer<typeof ListInterviewsInput>,
): Promise<InterviewListView> {
  const { read, org, actor } = ctx;
  if (actor.kind !== "member") return refuse("FORBIDDEN", {});
  const jobs = await ownJobs(read, org.id, actor.memberId);
  const [settings] = await read
    .select({ timeZone: organizationSettings.timeZone })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, org.id));
  const timeZone = settings?.timeZone ?? "UTC";
  const view = { schedules: jobs.schedules.size > 0, timeZone };
  const scope = scopeOf(ctx, input.scope, actor.memberId, jobs.schedules);
  if (scope === null) {
    return { ...view, unscheduled: [], today: [], coming: [], past: { lines: [], next: null } };
  }
  const { from, to } = dayAround(ctx.clock, timeZone);
  const lines = (where: SQL | undefined, orderBy: SQL[], limit = AT_MOST) =>
    interviewLines(
      read,
      org.id,
      { memberId: actor.memberId, jobs, clock: ctx.clock },
      { where: and(scope, where), orderBy, limit },
    );
  const soonest = [asc(interview.startsAt), asc(interview.id)];
  const timed = inArray(interview.state, ["scheduled", "held"]);
  const past = await lines(
    and(
      inArray(interview.state, ["scheduled", "held", "absent"]),
      lt(interview.startsAt, from),
      after(input.cursor),
    ),
    [desc(interview.startsAt), desc(interview.id)],
    PAGE + 1,
  );
  return {
    ...view,
    unscheduled: await lines(
      and(
        inArray(interview.state, ["planned", "proposed"]),
        inArray(application.state, ["active", "on_hold"]),
      ),
      [asc(interview.createdAt), asc(interview.id)],
    ),
    today: await lines(
      and(timed, gte(interview.startsAt, from), lt(interview.startsAt, to)),
      soonest,
    ),
    coming: await lines(and(timed, gte(interview.startsAt, to)), soonest),
    past: { lines: past.slice(0, PAGE), next: nextOf(past) },
  };
}

function scopeOf(
  ctx: ReadCtx,
  scope: "mine" | "jobs",
  memberId: string,
  schedules: ReadonlySet<string>,
): SQL | null {
  if (scope === "mine") return seatedBy(ctx.read, ctx.org.id, memberId);
  return schedules.size === 0 ? null : ofJobs(schedules);
}

function after(cursor: string | null | undefined): SQL | undefined {
  if (cursor == null) return undefined;
  const parsed = Cursor.safeParse(cursor.split("_"));
  if (!parsed.success) return refuse("BAD_INPUT", { fields: { cursor: "This page is gone." } });
  const [startsAt, id] = parsed.data;
  const at = new Date(startsAt);
  return or(lt(interview.startsAt, at), and(eq(interview.startsAt, at), lt(interview.id, id)));
}

function nextOf(lines: readonly InterviewLine[]): string | null {
  const last = lines[PAGE - 1];
  return lines.length > PAGE && last?.startsAt != null ? `${last.startsAt}_${last.id}` : null;
}

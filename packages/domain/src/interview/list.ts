import { together } from "@rubric/db";
import { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { settingsOf } from "../job/access.ts";
import { Id, Instant } from "../wire.ts";
import { lineMaker } from "./lines.ts";
import { type Listed, LISTS, PAGE } from "./list-rows.ts";
import { dayAround } from "./mornings.ts";
import { ownJobs } from "./own-jobs.ts";
import type { InterviewLine, InterviewListView, ListInterviewsInput } from "./schemas.ts";

const Cursor = z.tuple([Instant, Id]);
const LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** One's own interviews, or those of the jobs one schedules: without a time, today, coming, past. */
export async function listInterviews(
  ctx: ReadCtx,
  input: z.infer<typeof ListInterviewsInput>,
): Promise<InterviewListView> {
  const { read, org, actor } = ctx;
  if (actor.kind !== "member") return refuse("FORBIDDEN", {});
  const { memberId } = actor;
  const [jobs, { timeZone }] = await together([
    ownJobs(read, org.id, memberId),
    settingsOf(read, org.id),
  ]);
  const view = { schedules: jobs.schedules.size > 0, timeZone };
  if (input.scope === "jobs" && !view.schedules) {
    return { ...view, unscheduled: [], today: [], coming: [], past: { lines: [], next: null } };
  }
  const { from, to } = dayAround(ctx.clock, timeZone);
  const of = {
    orgId: org.id,
    memberId,
    appliedTo: jobs.appliedTo,
    own: jobs.own,
    jobIds: [...jobs.schedules],
    from,
    to,
    ...pageEnd(input.cursor, from),
  };
  const lists = LISTS[input.scope];
  const [unscheduled, today, coming, past] = await together([
    lists.unscheduled(read, of),
    lists.today(read, of),
    lists.coming(read, of),
    lists.past(read, of),
  ]);
  const lineOf = await lineMaker(read, org.id, { memberId, jobs, clock: ctx.clock }, [
    ...unscheduled,
    ...today,
    ...coming,
    ...past,
  ]);
  const lines = past.map(lineOf);
  return {
    ...view,
    unscheduled: unscheduled.map(lineOf),
    today: today.map(lineOf),
    coming: coming.map(lineOf),
    past: { lines: lines.slice(0, PAGE), next: nextOf(lines) },
  };
}

/** Where the page before ended; the first begins with the end of yesterday. */
function pageEnd(
  cursor: string | null | undefined,
  from: Date,
): Pick<Listed, "before" | "beforeId"> {
  if (cursor == null) return { before: from, beforeId: LAST_ID };
  const parsed = Cursor.safeParse(cursor.split("_"));
  if (!parsed.success) return refuse("BAD_INPUT", { fields: { cursor: "This page is gone." } });
  const [startsAt, beforeId] = parsed.data;
  return { before: new Date(startsAt), beforeId };
}

function nextOf(lines: readonly InterviewLine[]): string | null {
  const last = lines[PAGE - 1];
  return lines.length > PAGE && last?.startsAt != null ? `${last.startsAt}_${last.id}` : null;
}

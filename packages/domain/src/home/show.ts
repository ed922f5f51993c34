import { together } from "@rubric/db";
import { organizationSettings } from "@rubric/db/schema";
import { eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { whyNotAllowed } from "../may.ts";
import { dayAround } from "../interview/mornings.ts";
import { ownJobs } from "../interview/own-jobs.ts";
import { plansWaiting } from "../plan/waiting.ts";
import { toInstant } from "../wire.ts";
import { nearDeadlines } from "./deadlines.ts";
import { draftJobs } from "./draft-jobs.ts";
import { exceptionsWaiting } from "./exceptions.ts";
import { growthWaiting } from "./growth.ts";
import { offersWaiting } from "./offers.ts";
import { ownInterviews } from "./own-interviews.ts";
import { jobsToReferTo } from "./refer-to.ts";
import { requisitionsWaiting } from "./requisitions.ts";
import type { HomeView, WaitingItem } from "./schemas.ts";
import { stagesWaiting } from "./stages.ts";
import { unscheduled } from "./unscheduled.ts";

/** What waits for the reader, by due time; nothing in it judges a candidate. */
export async function showHome(ctx: ReadCtx): Promise<HomeView> {
  const { actor, read, org, clock } = ctx;
  if (actor.kind !== "member") return refuse("FORBIDDEN", {});
  const [[settings], jobs] = await together([
    read
      .select({ timeZone: organizationSettings.timeZone })
      .from(organizationSettings)
      .where(eq(organizationSettings.orgId, org.id)),
    ownJobs(read, org.id, actor.memberId),
  ]);
  const timeZone = settings?.timeZone ?? "UTC";
  const reader = { memberId: actor.memberId, jobs };
  const day = dayAround(clock, timeZone);
  const [
    own,
    inStages,
    unplanned,
    offers,
    drafts,
    requisitions,
    plans,
    exceptions,
    deadlines,
    growth,
    referTo,
  ] = await together([
    ownInterviews(ctx, reader, day.to),
    stagesWaiting(ctx, reader),
    unscheduled(ctx, reader),
    offersWaiting(ctx, reader),
    draftJobs(ctx, reader),
    requisitionsWaiting(ctx, actor.memberId, jobs.appliedTo),
    plansWaiting(ctx, actor.memberId),
    exceptionsWaiting(ctx, reader),
    nearDeadlines(ctx, actor, day),
    growthWaiting(ctx, actor),
    jobsToReferTo(ctx, actor),
  ]);
  const asking = new Set(
    inStages.flatMap((item) => (item.kind === "question" ? [item.applicationId] : [])),
  );
  const toSchedule = unplanned.filter(
    // Whoever asks something waits for an answer before they choose a time.
    (item) => !(item.proposed && asking.has(item.applicationId)),
  );
  const scheduling = new Set(toSchedule.map((item) => item.applicationId));
  const waiting = [
    ...own.waiting,
    ...inStages.filter(
      // The word that is promised is the invitation that they are to send.
      (item) => item.kind !== "word" || !scheduling.has(item.applicationId),
    ),
    ...toSchedule,
    ...offers,
    ...drafts,
  ];
  return {
    name: actor.name,
    now: toInstant(clock),
    timeZone,
    waiting: waiting.toSorted(byDue),
    requisitions,
    plans,
    exceptions,
    deadlines,
    growth,
    next: own.next,
    referTo,
    may: {
      createJob: whyNotAllowed("job.create", ctx.duties) === null,
      seeInterviews: jobs.schedules.size > 0 || actor.roles.includes("interviewer"),
      readAudit: whyNotAllowed("audit.list", ctx.duties) === null,
    },
  };
}

function byDue(a: WaitingItem, b: WaitingItem): number {
  if (a.dueAt === b.dueAt) return 0;
  if (a.dueAt === null) return 1;
  if (b.dueAt === null) return -1;
  return a.dueAt < b.dueAt ? -1 : 1;
}

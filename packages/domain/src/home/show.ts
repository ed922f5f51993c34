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
  const [settings] = await read
    .select({ timeZone: organizationSettings.timeZone })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, org.id));
  const timeZone = settings?.timeZone ?? "UTC";
  const jobs = await ownJobs(read, org.id, actor.memberId);
  const reader = { memberId: actor.memberId, jobs };
  const day = dayAround(clock, timeZone);
  const own = await ownInterviews(ctx, reader, day.to);
  const inStages = await stagesWaiting(ctx, reader);
  const asking = new Set(
    inStages.flatMap((item) => (item.kind === "question" ? [item.applicationId] : [])),
  );
  const toSchedule = (await unscheduled(ctx, reader)).filter(
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
    ...(await offersWaiting(ctx, reader)),
    ...(await draftJobs(ctx, reader)),
  ];
  return {
    name: actor.name,
    now: toInstant(clock),
    timeZone,
    waiting: waiting.toSorted(byDue),
    requisitions: await requisitionsWaiting(ctx, actor.memberId, jobs.appliedTo),
    plans: await plansWaiting(ctx, actor.memberId),
    exceptions: await exceptionsWaiting(ctx, reader),
    deadlines: await nearDeadlines(ctx, actor, day),
    growth: await growthWaiting(ctx, actor),
    next: own.next,
    referTo: await jobsToReferTo(ctx, actor),
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

import { hiringTeam, interview, member, organizationSettings, scorecard } from "@rubric/db/schema";
import { and, asc, countDistinct, eq, gt, gte, inArray, lt, ne, or } from "drizzle-orm";
import type { ApplicationRow } from "../application/rows.ts";
import type { CommandCtx } from "../context.ts";
import { isHeldDuty } from "../held-duty.ts";
import { requireJob } from "../job/access.ts";
import type { InterviewRow } from "./access.ts";
import { interviewLoadRule } from "./load.ts";
import { type Seat, unfit } from "./seats.ts";
import { weekAround } from "./weeks.ts";
import { refuseIf } from "../errors.ts";
import { whyNotPassOn } from "./rules.ts";

/** Who was to interview, and who does so in their place. */
export type PassedOn = { out: string; in: string };

type Arranged = {
  row: InterviewRow;
  application: ApplicationRow;
  seats: readonly Seat[];
  /** When it may begin, and how long it takes. */
  times: readonly Date[];
  minutes: number;
};

/** More interviews than any policy allows. */
const TOO_MANY = 1_000_000;

/**
 * Asks the rule of the interviewer's load for each who interviews; who watches counts for nothing.
 * As flow the seat goes to the member of the job's interviewers who has least in that week, and is
 * below the load, free at that time, not kept away by law 7, and has not judged or may not read
 * what others judge in this stage; then by name. Locks the rows of all of them by id, so that of
 * two interviews arranged at once one counts the other.
 */
export async function shareLoad(
  ctx: CommandCtx,
  arranged: Arranged,
): Promise<{ seats: Seat[]; passedOn: PassedOn[] }> {
  const { application, seats } = arranged;
  const { locations: regions } = await requireJob(ctx.tx, ctx.org.id, application.jobId);
  const weeks = await weeksOf(ctx, arranged.times);
  const asking = { week: weeks[0]?.day ?? "", seat: 1, of: 1 };
  const byCandidate = { candidate: ctx.actor.kind === "candidate" };
  const passes =
    ctx.policy.effects(
      interviewLoadRule,
      { ...asking, ...byCandidate, interviews: TOO_MANY },
      { regions },
    ).length > 0;
  const pool = passes ? await poolOf(ctx, arranged) : [];
  const interviewers = seats.filter((seat) => !seat.shadow).map((seat) => seat.memberId);
  const names = await lockMembers(ctx, [...interviewers, ...pool]);
  const load = await loadOf(ctx, arranged.row.id, [...names.keys()], weeks);
  const taken = new Set(seats.map((seat) => seat.memberId));
  const passedOn: PassedOn[] = [];
  for (const [index, out] of interviewers.entries()) {
    const facts = { ...load(out), ...byCandidate, seat: index + 1, of: interviewers.length };
    const [effect] = ctx.policy.judge(interviewLoadRule, facts, { regions });
    if (effect === undefined) continue;
    const next = pool
      .filter((id) => !taken.has(id))
      .filter((id) => isBelow(ctx, { ...facts, ...load(id) }, regions))
      .toSorted(
        (a, b) =>
          load(a).interviews - load(b).interviews ||
          (names.get(a) ?? "").localeCompare(names.get(b) ?? "") ||
          a.localeCompare(b),
      )[0];
    refuseIf(whyNotPassOn({ ...byCandidate, next: next !== undefined, week: facts.week }));
    if (next === undefined) continue;
    taken.add(next);
    passedOn.push({ out, in: next });
  }
  const instead = new Map(passedOn.map((one) => [one.out, one.in]));
  return {
    seats: seats.map((seat) => ({
      ...seat,
      memberId: seat.shadow ? seat.memberId : (instead.get(seat.memberId) ?? seat.memberId),
    })),
    passedOn,
  };
}

/** When an interview that has a time is, for the rule of load. */
export function whenOf(
  row: Pick<InterviewRow, "startsAt" | "endsAt">,
): Pick<Arranged, "times" | "minutes"> {
  const { startsAt, endsAt } = row;
  if (startsAt === null || endsAt === null) return { times: [], minutes: 0 };
  return { times: [startsAt], minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000 };
}

type LoadFacts = Parameters<typeof interviewLoadRule.judge>[0];

function isBelow(ctx: CommandCtx, facts: LoadFacts, regions: readonly string[]): boolean {
  return (
    ctx.policy.ask(interviewLoadRule, facts, { regions }) === null &&
    ctx.policy.effects(interviewLoadRule, facts, { regions }).length === 0
  );
}

async function weeksOf(ctx: CommandCtx, times: readonly Date[]) {
  const [settings] = await ctx.tx
    .select({ timeZone: organizationSettings.timeZone })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, ctx.org.id));
  const weeks = times.map((time) => weekAround(time, settings?.timeZone ?? "UTC"));
  return [...new Map(weeks.map((week) => [week.day, week])).values()];
}

/** The job's interviewers who may sit in the interview at all of these times. */
async function poolOf(ctx: CommandCtx, arranged: Arranged): Promise<string[]> {
  const { row, application } = arranged;
  const team = await ctx.tx
    .select({ memberId: hiringTeam.memberId, duty: hiringTeam.duty })
    .from(hiringTeam)
    .where(
      and(eq(hiringTeam.orgId, ctx.org.id), eq(hiringTeam.jobId, application.jobId), isHeldDuty()),
    );
  const leads = new Set(
    team
      .filter((one) => one.duty !== "interviewer" && one.duty !== "coordinator")
      .map((one) => one.memberId),
  );
  const named = team
    .filter((one) => one.duty === "interviewer" && !leads.has(one.memberId))
    .map((one) => one.memberId);
  if (named.length === 0) return [];
  const { conflicted, inactive } = await unfit(ctx.tx, ctx.org.id, application, named);
  const judging = await ctx.tx
    .select({ memberId: scorecard.authorId })
    .from(scorecard)
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        eq(scorecard.applicationId, row.applicationId),
        eq(scorecard.stageId, row.stageId),
        ne(scorecard.state, "void"),
      ),
    );
  const away = new Set([
    ...conflicted,
    ...inactive,
    ...judging.map((one) => one.memberId),
    ...(await busy(ctx, arranged, named)),
  ]);
  return named.filter((id) => !away.has(id));
}

/** Who of these sits in another interview at one of the times. */
async function busy(
  ctx: CommandCtx,
  { row, times, minutes }: Arranged,
  memberIds: readonly string[],
): Promise<string[]> {
  const overlaps = times.map((time) =>
    and(
      lt(interview.startsAt, new Date(time.getTime() + minutes * 60_000)),
      gt(interview.endsAt, time),
    ),
  );
  const rows = await ctx.tx
    .select({ memberId: scorecard.authorId })
    .from(scorecard)
    .innerJoin(
      interview,
      and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
    )
    .where(
      and(
        eq(scorecard.orgId, ctx.org.id),
        inArray(scorecard.authorId, [...memberIds]),
        ne(scorecard.state, "void"),
        ne(interview.id, row.id),
        eq(interview.state, "scheduled"),
        or(...overlaps),
      ),
    );
  return rows.map((one) => one.memberId);
}

/** Locks the rows of these members by id, after the application in the order of locks. */
async function lockMembers(
  ctx: CommandCtx,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, ctx.org.id), inArray(member.id, [...new Set(memberIds)])))
    .orderBy(asc(member.id))
    .for("no key update");
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How many interviews each of these has in the fullest of the weeks, and which week that is. */
async function loadOf(
  ctx: CommandCtx,
  except: string,
  memberIds: readonly string[],
  weeks: readonly { day: string; from: Date; to: Date }[],
): Promise<(memberId: string) => { interviews: number; week: string }> {
  const counted: { day: string; rows: { memberId: string; interviews: number }[] }[] = [];
  for (const { day, from, to } of weeks) {
    const rows = await ctx.tx
      .select({ memberId: scorecard.authorId, interviews: countDistinct(interview.id) })
      .from(scorecard)
      .innerJoin(
        interview,
        and(eq(interview.orgId, scorecard.orgId), eq(interview.id, scorecard.interviewId)),
      )
      .where(
        and(
          eq(scorecard.orgId, ctx.org.id),
          inArray(scorecard.authorId, [...memberIds]),
          eq(scorecard.shadow, false),
          ne(scorecard.state, "void"),
          ne(interview.id, except),
          inArray(interview.state, ["scheduled", "held"]),
          gte(interview.startsAt, from),
          lt(interview.startsAt, to),
        ),
      )
      .groupBy(scorecard.authorId);
    counted.push({ day, rows });
  }
  return (memberId) => {
    const each = counted.map(({ day, rows }) => ({
      week: day,
      interviews: rows.find((one) => one.memberId === memberId)?.interviews ?? 0,
    }));
    return each.reduce((most, one) => (one.interviews > most.interviews ? one : most), {
      week: each[0]?.week ?? "",
      interviews: 0,
    });
  };
}

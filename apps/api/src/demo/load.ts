import type { Database } from "@rubric/db";
import { auditEntry, mail, organizationSettings } from "@rubric/db/schema";
import type { Member, StaffMember } from "@rubric/domain/context";
import { metByMail } from "@rubric/domain/deadline";
import {
  DEMO_STAFF,
  DEMO_ORGANIZATION,
  DEMO_PASSWORD,
  endOtherSessions,
} from "@rubric/domain/identity";
import { holdJob } from "@rubric/domain/job";
import { updateSettings } from "@rubric/domain/organization";
import { eq, sql } from "drizzle-orm";
import { type Acting, actingFor, INSTANCE } from "./acting.ts";
import { apply } from "./apply.ts";
import { calendarAt, TIME_ZONE } from "./calendar.ts";
import { seedBands } from "./bands.ts";
import { cast, type Role } from "./cast.ts";
import { refer } from "./extras.ts";
import { demoFeedback } from "./feedback.ts";
import { reviseFramework } from "./framework.ts";
import { draftJob, openBackendJob, type Team } from "./jobs.ts";
import type { Case, OpenJob, World } from "./journey.ts";
import { accountOf, foundOrganization, withinOrg } from "./organization.ts";
import { APPLICANTS } from "./people.ts";
import { growthBase } from "./growth.ts";
import { hiredJoins, roundOfQuarter } from "./hired.ts";
import { growthProgress } from "./growth-progress.ts";
import { growthPlan } from "./growth-plan.ts";
import { firstPolicies, laterPolicy, refusedJob, triedPolicy } from "./policies.ts";
import { demoRequisitions } from "./requisitions.ts";
import { sideBySide, type Turn } from "./side-by-side.ts";
import type { Panel } from "./interviews.ts";
import { demoJobs } from "./texts.ts";

/** Stands in the last audit entry of a load, and so says that it was whole. */
const FINISHED = "demo-finished";
/** Whom an engineer of the demo refers. */
const REFERRED = "Emilia Korhonen";

/** Whether the organization was loaded to the end. */
export async function isLoaded(db: Database, orgId: string): Promise<boolean> {
  const rows = await withinOrg(db, orgId, (tx) =>
    tx.select({ id: auditEntry.id }).from(auditEntry).where(eq(auditEntry.requestId, FINISHED)),
  );
  return rows.length > 0;
}

/** Loads the demo organization with the history of its last weeks, by the domain's commands. */
export async function loadDemo(db: Database, now: Date): Promise<void> {
  const calendar = calendarAt(now);
  const { org, acting, members } = await foundOrganization(
    db,
    {
      ...DEMO_ORGANIZATION,
      timeZone: TIME_ZONE,
      password: DEMO_PASSWORD,
      at: calendar.ago(40, 9),
    },
    DEMO_STAFF.map(({ name, email, title, roles }) => ({ name, email, title, roles })),
  );
  const who = (name: string) => memberOf(members, `${name}@northwind.example`);
  const world: World = { db, org, acting, now, calendar };
  await signOutEverywhere(db, members.values(), calendar.ago(40, 10));
  const team: Team = {
    recruiter: who("tomas"),
    manager: who("amara"),
    approver: who("lucia"),
    substitute: null,
    coordinator: who("noor"),
    interviewers: [who("jonas"), who("priya"), who("samuel")],
  };
  const admins = { author: who("ingrid"), approver: who("bongani") };
  await seedBands(world, admins, calendar.ago(38, 9));
  await firstPolicies(world, admins, calendar.ago(37, 9));
  const specs = demoJobs(now);
  const jobs = {
    senior: await openBackendJob(world, calendar.ago(34, 10), specs.senior, team),
    staff: await openBackendJob(world, calendar.ago(30, 11), specs.staff, team),
    payouts: await openBackendJob(world, calendar.ago(26, 10), specs.payouts, team),
  };
  await refusedJob(world, team, calendar.ago(25, 11));
  const calls = [who("jonas"), who("samuel"), who("priya")];
  const panelOf = (turn: number): Panel => ({
    call: pick(calls, turn % calls.length),
    design: who("priya"),
    code: who("jonas"),
    security: who("samuel"),
    shadow: who("mateusz"),
  });
  const told = cast({ head: who("ingrid"), payouts: jobs.payouts.jobId });
  const stories = [
    ...parts(told.senior, jobs.senior),
    ...parts(told.payouts, jobs.payouts),
    ...parts(told.staff, jobs.staff),
  ].map((part, index) => async (turn: Turn) => {
    const own = { ...world, acting: inTurn(acting, turn) };
    const one = await begin(own, { ...part, turn: index }, who("mateusz"));
    await part.role.story(one, panelOf(index));
  });
  const policy = (turn: Turn) =>
    laterPolicy({ ...world, acting: inTurn(acting, turn) }, admins, calendar.ago(12, 9));
  await sideBySide([...stories, policy], 4, (tell, turn) => tell(turn));

  await acting.act(team.manager, calendar.ago(4, 16), "job.hold", holdJob, {
    jobId: jobs.staff.jobId,
    reason: "The platform team's budget for next year is decided at the end of the month.",
  });
  await growthBase(
    { ...world, calendar },
    { admin: who("ingrid"), engineer: who("mateusz"), manager: team.manager },
  );
  await hiredJoins({ ...world, calendar }, { admin: who("ingrid"), manager: team.manager });
  await growthProgress(
    { ...world, calendar },
    { admin: who("ingrid"), engineer: who("mateusz"), manager: team.manager },
  );
  await growthPlan({ ...world, calendar }, { engineer: who("mateusz"), manager: team.manager });
  await reviseFramework(world, who("ingrid"), calendar.ago(3, 10));
  await draftJob(world, calendar.ago(2, 14), specs.risk, team);
  await demoRequisitions(
    world,
    {
      manager: team.manager,
      recruiter: team.recruiter,
      finance: who("lucia"),
      head: who("ingrid"),
    },
    {
      jobId: jobs.payouts.jobId,
      approvedAt: calendar.ago(3, 12),
      askedAt: new Date(now.getTime() - 3 * 3_600_000),
    },
  );
  await roundOfQuarter({ ...world, calendar }, who("ingrid"));
  await triedPolicy(world, admins.author, calendar.recent(2));
  // Only who was told of a rejection asks for feedback.
  await settleMail(db, org.id);
  await demoFeedback(world, team.manager, calendar.recent(1));
  await settleMail(db, org.id);
  const [settings] = await withinOrg(db, org.id, (tx) => tx.select().from(organizationSettings));
  const last = actingFor(db, org, FINISHED);
  await last.act(who("ingrid"), now, "organization.updateSettings", updateSettings, {
    privacyNotice: settings?.privacyNotice ?? "",
    timeZone: TIME_ZONE,
  });
}

type Part = { job: OpenJob; name: string; role: Role; turn: number };

function parts(roles: Readonly<Record<string, Role>>, job: OpenJob): Omit<Part, "turn">[] {
  return Object.entries(roles).map(([name, role]) => ({ job, name, role }));
}

async function begin(world: World, part: Part, referrer: Member): Promise<Case> {
  const { job, name, role, turn } = part;
  const person = APPLICANTS.get(name);
  if (person === undefined) throw new Error(`${name} is in the cast and not among the applicants.`);
  const at = appliedAt(world, role.applied, turn);
  if (name === REFERRED) {
    return { world, job, turn, clock: at, ...(await refer(world, job, referrer, person, at)) };
  }
  const permit =
    name === "Tariq Aziz" || turn % 9 === 5
      ? "I would need a permit."
      : "I may work anywhere in the European Union.";
  return apply(world, job, person, at, turn, permit);
}

function appliedAt({ now, calendar }: World, applied: Role["applied"], turn: number): Date {
  if ("hours" in applied) return new Date(now.getTime() - applied.hours * 3_600_000);
  const { days } = applied;
  return (calendar ?? calendarAt(now)).ago(days, 7 + ((days * 5) % 9), (turn * 11) % 60);
}

/** Whoever joined by an invitation was signed in by it, weeks ago. */
async function signOutEverywhere(
  db: Database,
  members: Iterable<StaffMember>,
  at: Date,
): Promise<void> {
  const instance = actingFor(db, INSTANCE);
  for (const one of members) {
    await instance.act(accountOf(one), at, "identity.endOtherSessions", endOtherSessions, {});
  }
}

/** What is done in one story, each command when it is its turn among those of all stories. */
function inTurn(acting: Acting, turn: Turn): Acting {
  return {
    ...acting,
    act: async (actor, at, permission, verb, input) => {
      await turn(at);
      return acting.act(actor, at, permission, verb, input);
    },
    holdDue: async (at) => {
      // It holds every interview that has ended by then, also those of the other stories.
      await turn(at, true);
      await acting.holdDue(at);
    },
  };
}

/**
 * Nobody shall receive weeks of e-mails: they count as sent when they were due, and meet the
 * deadlines that they would have met by leaving (law 11).
 */
async function settleMail(db: Database, orgId: string): Promise<void> {
  await withinOrg(db, orgId, async (tx) => {
    const sent = await tx
      .update(mail)
      .set({ state: "sent", sentAt: sql`${mail.sendAfter}` })
      .where(eq(mail.state, "queued"))
      .returning();
    for (const { sendAfter: clock, ...letter } of sent) {
      await metByMail({ tx, org: { id: orgId }, clock }, letter);
    }
  });
}

function memberOf(members: ReadonlyMap<string, Member>, email: string): Member {
  const found = members.get(email);
  if (found === undefined) throw new Error(`${email} is no member of the demo organization.`);
  return found;
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no item ${index}.`);
  return found;
}

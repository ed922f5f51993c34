import type { Database } from "@rubric/db";
import { auditEntry, mail, organizationSettings } from "@rubric/db/schema";
import type { Member } from "@rubric/domain/context";
import { DEMO_ACCOUNTS, DEMO_ORGANIZATION, DEMO_PASSWORD } from "@rubric/domain/identity";
import { holdJob } from "@rubric/domain/job";
import { updateSettings } from "@rubric/domain/organization";
import { eq, sql } from "drizzle-orm";
import { actingFor } from "./acting.ts";
import { apply } from "./apply.ts";
import { PAYOUTS, type Role, SENIOR, STAFF } from "./cast.ts";
import { refer } from "./extras.ts";
import { draftJob, openBackendJob, type Team } from "./jobs.ts";
import type { OpenJob, World } from "./journey.ts";
import { foundOrganization, withinOrg } from "./organization.ts";
import { APPLICANTS } from "./people.ts";
import type { Panel } from "./stories.ts";
import { demoJobs } from "./texts.ts";

const DAY = 86_400_000;
/** Stands in the last audit entry of a load, and so says that it was whole. */
const FINISHED = "demo-finished";

/** Whether the organization was loaded to the end. */
export async function isLoaded(db: Database, orgId: string): Promise<boolean> {
  const rows = await withinOrg(db, orgId, (tx) =>
    tx.select({ id: auditEntry.id }).from(auditEntry).where(eq(auditEntry.requestId, FINISHED)),
  );
  return rows.length > 0;
}

/** Loads the demo organization with the history of its last six weeks, by the domain's commands. */
export async function loadDemo(db: Database, now: Date): Promise<void> {
  const founded = await foundOrganization(
    db,
    {
      ...DEMO_ORGANIZATION,
      timeZone: "Europe/Berlin",
      password: DEMO_PASSWORD,
      at: ago(now, 45),
    },
    DEMO_ACCOUNTS.map(({ name, email, title, roles }) => ({ name, email, title, roles })),
  );
  const { org, acting, members } = founded;
  const who = (email: string) => memberOf(members, email);
  const people = {
    admin: who("ingrid@northwind.example"),
    recruiter: who("tomas@northwind.example"),
    manager: who("amara@northwind.example"),
    jonas: who("jonas@northwind.example"),
    priya: who("priya@northwind.example"),
    samuel: who("samuel@northwind.example"),
    director: who("lucia@northwind.example"),
    coordinator: who("noor@northwind.example"),
    engineer: who("mateusz@northwind.example"),
  };
  const world: World = { db, org, acting, now };
  const team: Team = {
    recruiter: people.recruiter,
    manager: people.manager,
    approver: people.director,
    substitute: people.director,
    coordinator: people.coordinator,
    interviewers: [people.jonas, people.priya, people.samuel],
  };
  const jobs = demoJobs(now);
  const senior = await openBackendJob(world, ago(now, 43), jobs.senior, team);
  const payouts = await openBackendJob(world, ago(now, 32), jobs.payouts, team);
  const staff = await openBackendJob(world, ago(now, 36), jobs.staff, team);
  await draftJob(world, ago(now, 2), jobs.risk, team);

  const calls = [people.jonas, people.samuel, people.priya];
  const panelOf = (turn: number): Panel => ({
    call: pick(calls, turn % calls.length),
    design: people.priya,
    code: people.jonas,
    security: people.samuel,
  });
  const told = [
    ...SENIOR.map((role) => ({ role, job: senior })),
    ...PAYOUTS.map((role) => ({ role, job: payouts })),
    ...STAFF.map((role) => ({ role, job: staff })),
  ].map((one, turn) => ({ ...one, turn }));
  await inParallel(told, 4, ({ role, job, turn }) => tell(world, job, role, turn, panelOf(turn)));

  await refer(world, staff, people.engineer, pick(APPLICANTS, told.length), ago(now, 24));

  await acting.act(people.manager, ago(now, 6), "job.hold", holdJob, {
    jobId: staff.jobId,
    reason: "The platform team's budget for next year is decided at the end of the month.",
  });
  await settleMail(db, org.id);
  const [settings] = await withinOrg(db, org.id, (tx) => tx.select().from(organizationSettings));
  const last = actingFor(db, org, FINISHED);
  await last.act(people.admin, now, "organization.updateSettings", updateSettings, {
    privacyNotice: settings?.privacyNotice ?? "",
    timeZone: "Europe/Berlin",
  });
}

async function tell(
  world: World,
  job: OpenJob & { slug: string },
  role: Role,
  turn: number,
  panel: Panel,
): Promise<void> {
  const person = pick(APPLICANTS, turn);
  const at = ago(world.now, role.days);
  const permit = turn % 9 === 5 ? "I would need a permit." : undefined;
  const one = await apply(world, job, person, at, turn, permit);
  await role.story(one, panel);
}

/** Nobody shall receive six weeks of e-mails: they count as sent when they were due. */
async function settleMail(db: Database, orgId: string): Promise<void> {
  await withinOrg(db, orgId, (tx) =>
    tx
      .update(mail)
      .set({ state: "sent", sentAt: sql`${mail.sendAfter}` })
      .where(eq(mail.state, "queued")),
  );
}

async function inParallel<T>(
  list: readonly T[],
  at: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const rest = list.values();
  await Promise.all(
    Array.from({ length: at }, async () => {
      for (const one of rest) await work(one);
    }),
  );
}

function ago(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
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

import { type Given, prepared, type Reader } from "@rubric/db";
import { hiringTeam, job, member, opening, organizationSettings } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";

export type JobDetails = typeof job.$inferSelect;

/** A job of the organization, or NOT_FOUND. */
export async function requireJob(read: Reader, orgId: string, jobId: string): Promise<JobDetails> {
  const [row] = await read
    .select()
    .from(job)
    .where(and(eq(job.orgId, orgId), eq(job.id, jobId)));
  return row ?? refuse("NOT_FOUND", {});
}

/** The job's row, locked first by every command on it; NOT_FOUND outside the organization. */
export async function lockJob(
  ctx: Pick<CommandCtx, "tx" | "org">,
  jobId: string,
): Promise<JobDetails> {
  const [row] = await ctx.tx
    .select()
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, jobId)))
    .for("update");
  return row ?? refuse("NOT_FOUND", {});
}

/** The people of a job's team, by name. */
export async function teamOf(read: Reader, orgId: string, jobId: string) {
  return read
    .select({
      memberId: member.id,
      name: member.name,
      title: member.title,
      duty: hiringTeam.duty,
    })
    .from(hiringTeam)
    .innerJoin(member, and(eq(member.orgId, hiringTeam.orgId), eq(member.id, hiringTeam.memberId)))
    .where(and(eq(hiringTeam.orgId, orgId), eq(hiringTeam.jobId, jobId)))
    .orderBy(asc(member.name), asc(member.id), asc(hiringTeam.duty));
}

/** A job's openings by number. */
export async function openingsOf(read: Reader, orgId: string, jobId: string) {
  return read
    .select()
    .from(opening)
    .where(and(eq(opening.orgId, orgId), eq(opening.jobId, jobId)))
    .orderBy(asc(opening.number));
}

export type Settings = { privacyNotice: string; timeZone: string; traits: readonly string[] };

const settings = prepared((db, of: Given<{ orgId: string }>) =>
  db
    .select({
      privacyNotice: organizationSettings.privacyNotice,
      timeZone: organizationSettings.timeZone,
      traits: organizationSettings.traits,
    })
    .from(organizationSettings)
    .where(eq(organizationSettings.orgId, of.orgId)),
);

/** What the organization settled: its privacy notice, its time zone, what it says of itself. */
export async function settingsOf(read: Reader, orgId: string): Promise<Settings> {
  const [row] = await settings(read, { orgId });
  return row ?? { privacyNotice: "", timeZone: "UTC", traits: [] };
}

/** To make one costs a hundred times what it does; there are some hundred time zones. */
const days = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, as YYYY-MM-DD. */
export function dayIn(timeZone: string, at: Date): string {
  const format =
    days.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  days.set(timeZone, format);
  return format.format(at);
}

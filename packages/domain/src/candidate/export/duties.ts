import { hiringTeam } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { ReadCtx } from "../../context.ts";

/** A member as a candidate may know them: by what they do on the job, never by name. */
export type Duties = (memberId: string) => string;

const WORDS = {
  hiring_manager: "the hiring manager",
  substitute: "the hiring manager's substitute",
  recruiter: "a recruiter",
  coordinator: "a coordinator",
  interviewer: "an interviewer",
} as const;
const ORDER = ["hiring_manager", "substitute", "recruiter", "coordinator", "interviewer"] as const;

/** What each member does on a job; the most telling duty of several. */
export async function dutiesOnJob(
  ctx: Pick<ReadCtx, "read" | "org">,
  jobId: string,
): Promise<Duties> {
  const team = await ctx.read
    .select({ memberId: hiringTeam.memberId, duty: hiringTeam.duty })
    .from(hiringTeam)
    .where(and(eq(hiringTeam.orgId, ctx.org.id), eq(hiringTeam.jobId, jobId)));
  return (memberId) => {
    const own = team.filter((one) => one.memberId === memberId).map((one) => one.duty);
    const duty = ORDER.find((one) => own.includes(one));
    return duty === undefined ? "a member" : WORDS[duty];
  };
}

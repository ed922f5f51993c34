import { job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import { applicationFacts } from "../facts.ts";
import type { Letter, LetterCtx, Template } from "../letter.ts";

type About = NonNullable<Awaited<ReturnType<typeof applicationFacts>>>;
type JobState = (typeof job.$inferSelect)["state"];

/** A letter to a candidate about their job, as long as both are in the state it speaks of. */
function toCandidate(
  state: JobState,
  write: (about: About, ctx: LetterCtx) => Promise<Letter>,
): Template {
  return async (ctx) => {
    const about = await applicationFacts(ctx.read, ctx.org.id, ctx.subjectId);
    if (about === null || (about.state !== "active" && about.state !== "on_hold")) return null;
    return (await jobState(ctx, about)) === state ? write(about, ctx) : null;
  };
}

async function jobState(ctx: LetterCtx, about: About): Promise<JobState | null> {
  const [row] = await ctx.read
    .select({ state: job.state })
    .from(job)
    .where(and(eq(job.orgId, ctx.org.id), eq(job.id, about.jobId)));
  return row?.state ?? null;
}

const onHold = toCandidate("on_hold", async (about, ctx) => ({
  subject: `A pause: ${about.jobTitle}`,
  paragraphs: [
    `We have paused hiring for ${about.jobTitle}. This is about the job, not about you: your application stays where it is.`,
    "Interviews that are already agreed take place unless you hear otherwise. We write to you when the job goes on or ends.",
  ],
  action: { label: "Open your page", url: await ctx.ownPage() },
}));

const resumed = toCandidate("open", async (about, ctx) => ({
  subject: `It goes on: ${about.jobTitle}`,
  paragraphs: [
    `The pause is over: we are hiring for ${about.jobTitle} again, and your application goes on where it stood.`,
    "You need to do nothing. Your page shows the next step.",
  ],
  action: { label: "Open your page", url: await ctx.ownPage() },
}));

/** Templates about a job, to those who applied to it. */
export const jobTemplates = {
  "job.onHold": onHold,
  "job.resumed": resumed,
} as const satisfies Record<string, Template>;

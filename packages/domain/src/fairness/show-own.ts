import { application, job } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import { knownTo } from "../application/known.ts";
import type { ReadCtx } from "../context.ts";
import { askedWhere } from "./asked.ts";
import { ATTRIBUTES, groupsOf } from "./attributes.ts";
import { openOwnAnswers, ownAnswers } from "./own-answers.ts";
import type { OwnIdentificationView } from "./schemas.ts";

/** What the candidate is asked of themself for each application, and what they answered. */
export async function showOwnIdentification(ctx: ReadCtx): Promise<OwnIdentificationView> {
  const { candidateId } = await openOwnAnswers(ctx);
  const rows = await ctx.read
    .select({ application, title: job.title, locations: job.locations })
    .from(application)
    .innerJoin(job, and(eq(job.orgId, application.orgId), eq(job.id, application.jobId)))
    .where(and(eq(application.orgId, ctx.org.id), eq(application.candidateId, candidateId)))
    .orderBy(desc(application.createdAt), desc(application.id));
  const knownOf = await knownTo(
    ctx,
    rows.map((row) => row.application),
  );
  const asks = await askedWhere(ctx);
  const answers = await ownAnswers(ctx.read, ctx.org.id, candidateId);
  const applications = rows.map((row) => {
    const { state } = knownOf(row.application);
    const goesOn = state === "active" || state === "on_hold";
    const { attributes, least } = asks(row.locations);
    return {
      least,
      view: {
        applicationId: row.application.id,
        job: row.title,
        asked: (goesOn ? attributes : []).map((attribute) => ({
          attribute,
          title: ATTRIBUTES[attribute].title,
          groups: groupsOf(attribute),
        })),
        answers: answers
          .filter((one) => one.applicationId === row.application.id)
          .map(({ attribute, answer }) => ({ attribute, answer })),
      },
    };
  });
  return {
    applications: applications.map(({ view }) => view),
    least: Math.max(5, ...applications.map(({ least }) => least)),
  };
}

import { newId } from "@rubric/db";
import { application, applicationStage, candidate, job } from "@rubric/db/schema";
import { and, eq } from "drizzle-orm";
import type { ReadCtx, Org } from "../src/context.ts";
import type { Outcome } from "../src/fairness/outcomes.ts";
import { selfIdentificationRule } from "../src/fairness/self-identification.ts";
import type { MadeJob, Rows } from "./factories.ts";
import { type MadePolicy, withPolicies } from "./in-force.ts";

const ASKED: MadePolicy = {
  rule: selfIdentificationRule,
  parameters: { ...selfIdentificationRule.defaults, asked: true, attributes: ["gender"] },
};

/** The same call in an organization that asks candidates how they identify themselves. */
export function asking<C extends Pick<ReadCtx, "clock">>(ctx: C): C {
  return withPolicies(ctx, [ASKED]);
}

/** Puts a made job to a place. */
export async function place(
  { within }: Rows,
  org: Org,
  { jobId }: MadeJob,
  locations: string[],
): Promise<void> {
  await within(org.id, (tx) =>
    tx
      .update(job)
      .set({ locations })
      .where(and(eq(job.orgId, org.id), eq(job.id, jobId))),
  );
}

/** Applications that ended at an instant, so many of one outcome; returns their ids. */
export async function makeEnded(
  { within }: Rows,
  org: Org,
  made: MadeJob,
  {
    outcome,
    count,
    at,
    reason = null,
  }: { outcome: Outcome; count: number; at: Date; reason?: string | null },
): Promise<{ applicationId: string; candidateId: string }[]> {
  if (count === 0) return [];
  const people = Array.from({ length: count }, () => ({
    applicationId: newId(),
    candidateId: newId(),
  }));
  const stages = {
    review: ["review"],
    interview: ["review", "screen"],
    offer: ["review", "screen", "offer"],
  } as const;
  const visited = stages[outcome].map((key) => made.stages[key]);
  await within(org.id, async (tx) => {
    await tx.insert(candidate).values(
      people.map(({ candidateId }) => ({
        orgId: org.id,
        id: candidateId,
        email: `${candidateId}@people.test`,
        name: "Casey Candidate",
        phone: "",
        headline: "",
        location: "",
        links: [],
        createdAt: at,
      })),
    );
    await tx.insert(application).values(
      people.map(({ applicationId, candidateId }) => ({
        orgId: org.id,
        id: applicationId,
        candidateId,
        jobId: made.jobId,
        planId: made.planId,
        stageId: visited.at(-1) ?? made.stages.review,
        state: outcome === "offer" ? ("hired" as const) : ("rejected" as const),
        stateReason: reason,
        source: "applied" as const,
        answers: [],
        createdAt: at,
        provenAt: at,
        enteredStageAt: at,
        endedAt: at,
      })),
    );
    await tx
      .insert(applicationStage)
      .values(
        people.flatMap(({ applicationId }) =>
          visited.map((stageId) => ({ orgId: org.id, applicationId, stageId, enteredAt: at })),
        ),
      );
  });
  return people;
}

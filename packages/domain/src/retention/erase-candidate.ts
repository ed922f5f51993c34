import { application, candidate, erasure } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { belongingsOf } from "./belongings.ts";
import { removePerson } from "./remove-person.ts";
import {
  emptyDetails,
  removeAnswers,
  removeEvents,
  removeJudgements,
  removeMails,
} from "./remove-traces.ts";

/** What an erasure leaves to be done outside the database: the e-mails that were about the person. */
export type Erased = { mailIds: string[] };

/**
 * Removes a person everywhere, in one transaction (law 10). The system's command, run by the
 * erasure job as `rubric_retention`. Its audit entry names the erasure and nobody.
 */
export async function eraseCandidate(
  ctx: CommandCtx,
  input: { erasureId: string },
): Promise<Erased> {
  const { tx, org } = ctx;
  const [asked] = await tx
    .select()
    .from(erasure)
    .where(and(eq(erasure.orgId, org.id), eq(erasure.id, input.erasureId)))
    .for("update");
  if (asked === undefined) return refuse("NOT_FOUND", {});
  if (asked.state === "done") return refuse("CANDIDATE_ERASED", {});
  const { candidateId } = asked;
  await tx
    .select({ id: application.id })
    .from(application)
    .where(and(eq(application.orgId, org.id), eq(application.candidateId, candidateId)))
    .orderBy(asc(application.id))
    .for("update");
  await tx
    .select({ id: candidate.id })
    .from(candidate)
    .where(and(eq(candidate.orgId, org.id), eq(candidate.id, candidateId)))
    .for("update");
  const belongings = await belongingsOf(tx, org.id, candidateId);
  const mailIds = await removeMails(tx, org.id, belongings);
  await removeAnswers(tx, org.id, belongings);
  await removeEvents(tx, org.id, belongings);
  await removeJudgements(tx, org.id, belongings);
  await removePerson(tx, org.id, belongings, ctx.clock);
  const emptied = await emptyDetails(tx, org.id, belongings, { id: asked.id, at: ctx.clock });
  await tx
    .update(erasure)
    .set({ state: "done", doneAt: ctx.clock })
    .where(and(eq(erasure.orgId, org.id), eq(erasure.id, asked.id)));
  ctx.audit({
    subject: { kind: "erasure", id: asked.id },
    after: { emptied, askedBy: asked.askedBy },
  });
  return { mailIds };
}

import { newId } from "@rubric/db";
import { candidate, erasure } from "@rubric/db/schema";
import { and, eq, ne } from "drizzle-orm";
import type { CommandCtx } from "../context.ts";
import { refuse } from "../errors.ts";
import { settlePerson, tellWhatStays } from "./settle.ts";

/** What an erasure leaves to be done outside the database: the e-mails that were about the person. */
export type Erased = { mailIds: string[] };

/**
 * Carries out a request for erasure, in one transaction (law 10): removes the person everywhere, or
 * what of them may go; the rest is restricted and waits. The system's command, run by the erasure
 * job as `rubric_retention`. Its audit entry names the erasure and nobody. CANDIDATE_ERASED if it
 * is done, NOTHING_DUE if it waits and nothing can go yet.
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
  const settled = await settlePerson(ctx, asked.candidateId, asked.id);
  const { mailIds, person, erased, emptied } = settled;
  if (asked.state === "waiting" && !person && erased.length === 0) return refuse("NOTHING_DUE", {});
  await tx
    .update(erasure)
    .set(person ? { state: "done", doneAt: ctx.clock } : { state: "waiting" })
    .where(and(eq(erasure.orgId, org.id), eq(erasure.id, asked.id)));
  if (!person && asked.state === "asked") await tellWhatStays(ctx, asked.candidateId);
  ctx.audit({
    subject: { kind: "erasure", id: asked.id },
    after: { emptied, askedBy: asked.askedBy, applications: erased.length, waits: !person },
    erased: { person, applicationIds: erased },
  });
  return { mailIds };
}

/**
 * Does what the law's maximum, a minimum's end or the policy demand of one person today, whom
 * nobody asked to erase. The audit entry names an erasure and nobody. NOTHING_DUE if it was done.
 */
export async function eraseDue(ctx: CommandCtx, input: { candidateId: string }): Promise<Erased> {
  const { tx, org } = ctx;
  const [person] = await tx
    .select({ erasedAt: candidate.erasedAt })
    .from(candidate)
    .where(and(eq(candidate.orgId, org.id), eq(candidate.id, input.candidateId)))
    .for("update");
  const [asked] = await tx
    .select({ id: erasure.id })
    .from(erasure)
    .where(
      and(
        eq(erasure.orgId, org.id),
        eq(erasure.candidateId, input.candidateId),
        ne(erasure.state, "done"),
      ),
    );
  // A request goes its own way.
  if (person?.erasedAt !== null || asked !== undefined) return refuse("NOTHING_DUE", {});
  const id = newId();
  const settled = await settlePerson(ctx, input.candidateId, id);
  const { mailIds, erased, restricted, emptied } = settled;
  if (erased.length + restricted === 0) return refuse("NOTHING_DUE", {});
  await tx.insert(erasure).values({
    orgId: org.id,
    id,
    candidateId: settled.person ? input.candidateId : newId(),
    state: "done",
    askedBy: "rule",
    createdAt: ctx.clock,
    doneAt: ctx.clock,
  });
  ctx.audit({
    subject: { kind: "erasure", id },
    after: { emptied, askedBy: "rule", applications: erased.length, restricted },
    erased: { person: settled.person, applicationIds: erased },
  });
  return { mailIds };
}

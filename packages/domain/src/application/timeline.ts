import { type Given, prepared, together } from "@rubric/db";
import { applicationEvent, member, note } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { deny, type Denial, explain } from "../errors.ts";
import type { CandidateSeal } from "../scorecard/seal-facts.ts";
import { toInstant } from "../wire.ts";
import { ASKED } from "./questions.ts";
import type { TimelineLineView } from "./schemas.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor" | "duties">;

/** What a candidate wrote to those who lead the job, and to nobody else. */
const TO_LEADS: ReadonlySet<string> = new Set([ASKED]);

/**
 * Everything that happened to an application, oldest first. A line that judges shows that it is
 * there and why it is sealed, and none of its words (law 1); one's own words one may always read.
 */
export async function timelineOf(
  ctx: Ctx,
  applicationId: string,
  seal: CandidateSeal,
): Promise<TimelineLineView[]> {
  const [events, notes] = await together([
    eventLines(ctx, applicationId, seal),
    noteLines(ctx, applicationId, seal),
  ]);
  return [...events, ...notes].toSorted((a, b) =>
    a.at === b.at ? cmp(a.id, b.id) : cmp(a.at, b.at),
  );
}

const cmp = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

type One = Given<{ orgId: string; applicationId: string }>;

const eventsOf = prepared((db, of: One) =>
  db
    .select({ event: applicationEvent, by: member.name })
    .from(applicationEvent)
    .leftJoin(
      member,
      and(eq(member.orgId, applicationEvent.orgId), eq(member.id, applicationEvent.memberId)),
    )
    .where(
      and(
        eq(applicationEvent.orgId, of.orgId),
        eq(applicationEvent.applicationId, of.applicationId),
      ),
    )
    .orderBy(asc(applicationEvent.at), asc(applicationEvent.id)),
);

async function eventLines(
  ctx: Ctx,
  applicationId: string,
  seal: CandidateSeal,
): Promise<TimelineLineView[]> {
  const events = await eventsOf(ctx.read, { orgId: ctx.org.id, applicationId });
  const leads = ctx.duties.has("job_recruiter") || ctx.duties.has("job_manager");
  return events.map(({ event, by }) => {
    const { text, ...facts } = event.facts;
    const denial = event.sealed
      ? sealedBy(ctx, seal, applicationId, event.facts["stageId"], event.memberId)
      : null;
    const shown = denial === null && (leads || !TO_LEADS.has(event.kind));
    return {
      id: event.id,
      at: toInstant(event.at),
      kind: event.kind,
      by,
      sealed: denial === null ? null : explain(denial),
      text: shown && typeof text === "string" ? text : null,
      facts: denial === null ? facts : {},
    };
  });
}

const notesOf = prepared((db, of: One) =>
  db
    .select({ note, by: member.name })
    .from(note)
    .innerJoin(member, and(eq(member.orgId, note.orgId), eq(member.id, note.authorId)))
    .where(and(eq(note.orgId, of.orgId), eq(note.applicationId, of.applicationId))),
);

async function noteLines(
  ctx: Ctx,
  applicationId: string,
  seal: CandidateSeal,
): Promise<TimelineLineView[]> {
  const notes = await notesOf(ctx.read, { orgId: ctx.org.id, applicationId });
  return notes.map(({ note: row, by }) => {
    const denial =
      row.kind === "assessment"
        ? sealedBy(ctx, seal, applicationId, row.stageId, row.authorId)
        : null;
    return {
      id: row.id,
      at: toInstant(row.createdAt),
      kind: `note.${row.kind}`,
      by,
      sealed: denial === null ? null : explain(denial),
      text: denial === null ? row.text : null,
      facts: {},
    };
  });
}

/** Why the reader may not see what judges in this stage; without a stage, in any stage. */
export function sealedBy(
  ctx: Pick<ReadCtx, "actor">,
  seal: CandidateSeal,
  applicationId: string,
  stageId: unknown,
  authorId: string | null,
): Denial | null {
  const { actor } = ctx;
  if (actor.kind !== "member") return deny("SEALED_OTHERS", {});
  if (authorId === actor.memberId) return null;
  const stages =
    typeof stageId === "string"
      ? [stageId]
      : seal.stages.filter((one) => one.applicationId === applicationId).map((one) => one.stageId);
  for (const id of stages) {
    const denial = seal.whyNot(applicationId, id);
    if (denial !== null) return denial;
  }
  return null;
}

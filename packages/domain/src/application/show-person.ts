import { type Given, prepared } from "@rubric/db";
import { adjustment, type candidate, file, member, relation } from "@rubric/db/schema";
import { and, asc, eq } from "drizzle-orm";
import type { ReadCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import { shownRanges } from "./disclosures.ts";
import type { Placed } from "./placed.ts";
import type { ApplicationRow } from "./rows.ts";
import type { ApplicationView } from "./schemas.ts";
import { sealedBy } from "./timeline.ts";

type Ctx = Pick<ReadCtx, "read" | "org" | "actor" | "duties">;
type Person = typeof candidate.$inferSelect;
type Sees = { pipeline: boolean; papers: boolean; recruits: boolean; leads: boolean };

/** The person, with contact details and papers for whom they are. */
export async function personView(
  ctx: Ctx,
  row: ApplicationRow,
  person: Person,
  sees: Sees,
): Promise<Pick<ApplicationView, "candidate" | "contact" | "files" | "answers">> {
  const { id, name, headline, location, links } = person;
  return {
    candidate: { id, name, headline, location, links: sees.papers ? links : [] },
    contact: sees.pipeline ? { email: person.email, phone: person.phone } : null,
    files: sees.papers ? await filesView(ctx, row.cvFileId) : [],
    answers: sees.papers
      ? row.answers.map((one) => ({ ...one, eligibility: one.eligibility ?? false }))
      : [],
  };
}

const fileIn = prepared((db, of: Given<{ orgId: string; id: string }>) =>
  db
    .select({ id: file.id, name: file.name, mediaType: file.mediaType, size: file.size })
    .from(file)
    .where(and(eq(file.orgId, of.orgId), eq(file.id, of.id))),
);

async function filesView({ read, org }: Ctx, id: string | null): Promise<ApplicationView["files"]> {
  return id === null ? [] : fileIn(read, { orgId: org.id, id });
}

/** The ranges that were last shown to the candidate before an offer (law 8). */
export async function rangesView(
  ctx: Pick<ReadCtx, "read" | "org">,
  applicationId: string,
): Promise<Pick<ApplicationView, "range" | "ranges">> {
  const shown = (await shownRanges(ctx, [applicationId])).get(applicationId) ?? [];
  const ranges = shown.map((one) => ({ ...one, at: toInstant(one.at) }));
  const own = ranges.find((one) => one.region === null);
  if (own === undefined) return { range: null, ranges };
  const { region: _none, ...range } = own;
  return { range, ranges };
}

const adjustmentsIn = prepared((db, of: Given<{ orgId: string; applicationId: string }>) =>
  db
    .select({
      id: adjustment.id,
      asked: adjustment.asked,
      effect: adjustment.effect,
      createdAt: adjustment.createdAt,
      answeredAt: adjustment.answeredAt,
    })
    .from(adjustment)
    .where(and(eq(adjustment.orgId, of.orgId), eq(adjustment.applicationId, of.applicationId)))
    .orderBy(asc(adjustment.createdAt)),
);

/** Law 17: what was asked is for the job's recruiter; the team sees what to do. */
export async function adjustmentsView(
  ctx: Ctx,
  applicationId: string,
  sees: Sees,
): Promise<ApplicationView["adjustments"]> {
  const team = sees.leads || ctx.duties.has("assigned") || ctx.duties.has("job_coordinator");
  if (!team) return [];
  const rows = await adjustmentsIn(ctx.read, { orgId: ctx.org.id, applicationId });
  return rows
    .filter((row) => sees.recruits || row.answeredAt !== null)
    .map((row) => ({
      ...row,
      asked: sees.recruits ? row.asked : null,
      createdAt: toInstant(row.createdAt),
      answeredAt: toInstant(row.answeredAt),
    }));
}

const relationsTo = prepared((db, of: Given<{ orgId: string; candidateId: string }>) =>
  db
    .select({
      name: member.name,
      memberId: member.id,
      kind: relation.kind,
      note: relation.note,
    })
    .from(relation)
    .innerJoin(member, and(eq(member.orgId, relation.orgId), eq(member.id, relation.memberId)))
    .where(and(eq(relation.orgId, of.orgId), eq(relation.candidateId, of.candidateId)))
    .orderBy(asc(relation.createdAt)),
);

/** Who keeps away from the candidate (law 7); what a referrer says of them is sealed like a note. */
export async function relationsView(ctx: Ctx, at: Placed): Promise<ApplicationView["relations"]> {
  const rows = await relationsTo(ctx.read, {
    orgId: ctx.org.id,
    candidateId: at.row.candidateId,
  });
  return rows.map(({ name, memberId, kind, note }) => {
    const sealed = at.seal.blind ?? sealedBy(ctx, at.seal, at.row.id, at.stage.id, memberId);
    return { name, kind, note: sealed === null && note !== "" ? note : null };
  });
}

import { application, type auditDetail, type auditEntry } from "@rubric/db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { type Denial, deny, explain } from "../errors.ts";
import { Explanation } from "../policy/explanation.ts";
import { restrictedOf } from "../retention/wall.ts";
import { sealsOf } from "../scorecard/seal-facts.ts";
import { toInstant } from "../wire.ts";
import { ownApplications } from "./own-applications.ts";
import type { AuditDetailView } from "./schemas.ts";

type Entry = typeof auditEntry.$inferSelect;
type Detail = typeof auditDetail.$inferSelect;
type Row = { entry: Entry; detail: Detail | null };

export type ReadDetail = (
  entry: Entry,
  detail: Detail | null,
) => {
  view: AuditDetailView;
  ip: string;
  /** The token that the command came with. */
  token: { id: string; name: string } | null;
  /** Whose personal data it holds; null where nobody's, or not for the reader (law 7). */
  candidateId: string | null;
};

const Details = z.object({
  before: z.record(z.string(), z.unknown()).default({}),
  after: z.record(z.string(), z.unknown()).default({}),
  judged: z.object({ by: z.array(Explanation) }).default({ by: [] }),
  ip: z.string().default(""),
  token: z.object({ id: z.string(), name: z.string() }).nullable().default(null),
});

/**
 * What the caller may read of these entries' details (laws 1 and 7). Who owes a scorecard on a
 * candidate, or was excused from an undecided one, reads no detail about them at all.
 */
export async function detailReader(ctx: ReadCtx, rows: readonly Row[]): Promise<ReadDetail> {
  const applied = await ownApplications(ctx);
  const restricted = await restrictedOf(ctx.read, ctx.org.id, namedIn(rows));
  const candidates = await candidatesOf(ctx, rows);
  const sealFor = await sealsOf(ctx, [...new Set(candidates.values())]);
  return (entry, detail) => {
    const none = { ip: "", token: null };
    if (detail === null) return { view: { state: "missing" }, ...none, candidateId: null };
    const away = hidden(entry, detail) || isRestricted(entry, detail);
    const candidateId = away ? null : (candidates.get(detail.entryId) ?? null);
    if (detail.details === null) {
      const at = toInstant(detail.erasedAt ?? entry.at);
      return { view: { state: "erased", at }, ...none, candidateId };
    }
    const denial = whyNot(entry, detail);
    if (denial !== null) {
      const { sentence, lift } = explain(denial);
      return { view: { state: "sealed", sentence, lift }, ...none, candidateId };
    }
    const { before, after, judged, ip, token } = Details.parse(detail.details);
    return { view: { state: "open", before, after, judged: judged.by }, ip, token, candidateId };
  };

  /** Law 10: it is about a person, or a part of what is kept of them, that no member reads. */
  function isRestricted(entry: Entry, detail: Detail): boolean {
    return [entry.subjectId, detail.candidateId, detail.sealedApplicationId].some(
      (id) => id !== null && restricted.has(id),
    );
  }

  function hidden(entry: Entry, detail: Detail): boolean {
    const candidateId = candidates.get(detail.entryId);
    if (applied.jobIds.has(entry.subjectId)) return true;
    return candidateId !== undefined && applied.candidateIds.has(candidateId);
  }

  function whyNot(entry: Entry, detail: Detail): Denial | null {
    const candidateId = candidates.get(detail.entryId);
    if (isRestricted(entry, detail)) return deny("RESTRICTED", {});
    if (hidden(entry, detail)) return deny("NOT_FOUND", {});
    const seal = candidateId === undefined ? null : sealFor(candidateId);
    if (seal !== null && seal.blind !== null) return seal.blind;
    if (detail.sealedApplicationId === null) return null;
    if (seal === null || detail.sealedStageId === null) return deny("SEALED_OTHERS", {});
    const denial = seal.whyNot(detail.sealedApplicationId, detail.sealedStageId);
    // Whoever reads the trail reads what is open to anyone at all.
    return denial?.code === "SEALED_OTHERS" ? null : denial;
  }
}

/** What the entries and their details name, as far as it is an id. */
function namedIn(rows: readonly Row[]): string[] {
  const ids = rows.flatMap(({ entry, detail }) => [
    entry.subjectId,
    detail?.candidateId,
    detail?.sealedApplicationId,
  ]);
  return [...new Set(ids.filter((id) => z.uuid().safeParse(id).success))].flatMap((id) => id ?? []);
}

/** Whose personal data each detail holds, found through the application where only that is known. */
async function candidatesOf(ctx: ReadCtx, rows: readonly Row[]): Promise<Map<string, string>> {
  const details = rows.flatMap(({ detail }) => (detail === null ? [] : [detail]));
  const unknown = details.flatMap(({ candidateId, sealedApplicationId }) =>
    candidateId === null && sealedApplicationId !== null ? [sealedApplicationId] : [],
  );
  const found =
    unknown.length === 0
      ? []
      : await ctx.read
          .select({ id: application.id, candidateId: application.candidateId })
          .from(application)
          .where(and(eq(application.orgId, ctx.org.id), inArray(application.id, unknown)));
  const byApplication = new Map(found.map((row) => [row.id, row.candidateId]));
  const known = new Map<string, string>();
  for (const { entryId, candidateId, sealedApplicationId } of details) {
    const id = candidateId ?? byApplication.get(sealedApplicationId ?? "");
    if (id !== undefined) known.set(entryId, id);
  }
  return known;
}

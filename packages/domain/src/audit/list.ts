import type { Reader } from "@rubric/db";
import { auditDetail, auditEntry, job, member } from "@rubric/db/schema";
import { and, asc, desc, eq, gte, inArray, lt } from "drizzle-orm";
import { z } from "zod";
import type { ReadCtx } from "../context.ts";
import { toInstant } from "../wire.ts";
import { actsReader } from "./acts.ts";
import { detailReader } from "./detail-reader.ts";
import type { AuditEntryView, AuditListView, ListAuditInput } from "./schemas.ts";

const PAGE = 50;

const ActorKind = z.enum(["member", "candidate", "account", "anyone", "system"]);

/**
 * The organization's audit trail, newest first, 50 entries a page. The detail of an entry about
 * something sealed is hidden from whom it is sealed to (law 1).
 */
export async function listAudit(
  ctx: ReadCtx,
  input: z.infer<typeof ListAuditInput>,
): Promise<AuditListView> {
  const { read, org } = ctx;
  const found = await read
    .select({ entry: auditEntry, detail: auditDetail })
    .from(auditEntry)
    .leftJoin(
      auditDetail,
      and(eq(auditDetail.orgId, auditEntry.orgId), eq(auditDetail.entryId, auditEntry.id)),
    )
    .where(and(eq(auditEntry.orgId, org.id), ...filters(input)))
    .orderBy(desc(auditEntry.sequence))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  const names = await namesOf(
    read,
    org.id,
    rows.map(({ entry }) => entry),
  );
  const members = await read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(eq(member.orgId, org.id))
    .orderBy(asc(member.name));
  const readDetail = await detailReader(ctx, rows);
  const shown = rows.map(({ entry, detail }) => ({ entry, ...readDetail(entry, detail) }));
  const actsOn = await actsReader(ctx, shown);
  const entries = shown.map((row): AuditEntryView => {
    const { entry, view, ip, token } = row;
    const kind = ActorKind.parse(entry.actorKind);
    return {
      sequence: entry.sequence,
      at: toInstant(entry.at),
      actor: { kind, id: entry.actorId, name: actorName(kind, entry.actorId, names), token },
      action: entry.action,
      subject: {
        kind: entry.subjectKind,
        id: entry.subjectId,
        name: names.get(entry.subjectId) ?? null,
      },
      ip: entry.ip === "" ? ip : entry.ip,
      requestId: entry.requestId,
      hash: entry.hash,
      detail: view,
      acts: actsOn(row),
    };
  });
  return {
    entries,
    next: found.length > PAGE ? (entries.at(-1)?.sequence ?? null) : null,
    members,
  };
}

function filters(input: z.infer<typeof ListAuditInput>) {
  return [
    ...(input.actorId == null ? [] : [eq(auditEntry.actorId, input.actorId)]),
    ...(input.action == null ? [] : [eq(auditEntry.action, input.action)]),
    ...(input.subjectId == null ? [] : [eq(auditEntry.subjectId, input.subjectId)]),
    ...(input.from == null ? [] : [gte(auditEntry.at, new Date(input.from))]),
    ...(input.to == null ? [] : [lt(auditEntry.at, new Date(input.to))]),
    ...(input.cursor == null ? [] : [lt(auditEntry.sequence, input.cursor)]),
  ];
}

type Named = Pick<typeof auditEntry.$inferSelect, "actorId" | "subjectId">;

/** Names of the members and jobs that the entries speak of; candidates stay ids. */
async function namesOf(read: Reader, orgId: string, entries: readonly Named[]) {
  const ids = [...new Set(entries.flatMap((one) => [one.actorId, one.subjectId]))].filter(
    (id) => z.uuid().safeParse(id).success,
  );
  if (ids.length === 0) return new Map<string, string>();
  const members = await read
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.orgId, orgId), inArray(member.id, ids)));
  const jobs = await read
    .select({ id: job.id, name: job.title })
    .from(job)
    .where(and(eq(job.orgId, orgId), inArray(job.id, ids)));
  return new Map([...members, ...jobs].map(({ id, name }) => [id, name]));
}

function actorName(
  kind: z.infer<typeof ActorKind>,
  id: string,
  names: ReadonlyMap<string, string>,
): string {
  switch (kind) {
    case "member":
      return names.get(id) ?? "A former member";
    case "candidate":
      return "A candidate";
    case "account":
      return "An account";
    case "anyone":
      return "Someone not signed in";
    case "system":
      return `Rubric (${id})`;
  }
}

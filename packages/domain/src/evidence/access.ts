import type { Reader } from "@rubric/db";
import { evidence, file, member } from "@rubric/db/schema";
import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { explain } from "../errors.ts";
import { toInstant } from "../wire.ts";
import { whyNotRemoveEvidence } from "./rules.ts";
import type { EvidenceView } from "./schemas.ts";

type At = { read: Reader; org: { id: string } };

const adder = alias(member, "adder");
const remover = alias(member, "remover");

/** A member's evidence, the newest day first; removed pieces among it, without what they were. */
export async function evidenceOf({ read, org }: At, memberId: string): Promise<EvidenceView[]> {
  const rows = await read
    .select({
      row: evidence,
      addedBy: adder.name,
      removedBy: remover.name,
      file: { id: file.id, name: file.name, size: file.size },
    })
    .from(evidence)
    .innerJoin(adder, and(eq(adder.orgId, evidence.orgId), eq(adder.id, evidence.addedBy)))
    .leftJoin(remover, and(eq(remover.orgId, evidence.orgId), eq(remover.id, evidence.removedBy)))
    .leftJoin(file, and(eq(file.orgId, evidence.orgId), eq(file.id, evidence.fileId)))
    .where(and(eq(evidence.orgId, org.id), eq(evidence.memberId, memberId)))
    .orderBy(desc(evidence.day), desc(evidence.id));
  return rows.map(({ row, addedBy, removedBy, file: found }) => {
    const denial = whyNotRemoveEvidence({ removed: row.removedAt !== null });
    return {
      id: row.id,
      kind: row.kind,
      title: row.title,
      note: row.note,
      competencies: row.competencies,
      day: row.day,
      url: row.removedAt === null ? row.url : null,
      file: found,
      figureId: row.figureId,
      addedBy,
      addedAt: toInstant(row.addedAt),
      removed:
        row.removedAt === null
          ? null
          : { by: removedBy ?? "", at: toInstant(row.removedAt), reason: row.removedReason },
      may: { remove: denial && explain(denial) },
    };
  });
}

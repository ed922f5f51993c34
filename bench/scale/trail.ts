import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import { entryHash, GENESIS } from "../../packages/domain/src/audit/chain.ts";
import { detailDigest } from "../../packages/domain/src/audit/digest.ts";

type Act = { id: string; at: string; by: string; action: string; subject: string; person: string };

const ROWS = 20_000;

/**
 * The audit trail of what is in the tables: one entry for each application and each submitted
 * scorecard, in the order of their times, chained as the product chains them. Read by `sql`, written by `one`.
 */
export async function fillTrail(sql: Sql, one: Sql, orgId: string): Promise<void> {
  await sql.unsafe(`
    create unlogged table scale_act as
    select (left(id::text, 14) || '7008' || substr(id::text, 19))::uuid as id, created_at as at,
      candidate_id::text as by, 'candidate.applyToJob' as action, id::text as subject,
      candidate_id as person
    from application where org_id = '${orgId}'
    union all
    select (left(s.id::text, 14) || '7009' || substr(s.id::text, 19))::uuid, s.submitted_at,
      s.author_id::text, 'scorecard.submit', s.id::text, a.candidate_id
    from scorecard s join application a on a.org_id = s.org_id and a.id = s.application_id
    where s.org_id = '${orgId}' and s.state = 'submitted'`);
  const head = { sequence: 0, hash: GENESIS, previous: GENESIS, at: new Date(0) };
  const acts = sql
    .unsafe<Act[]>("select *, at::text as at from scale_act order by scale_act.at, id")
    .cursor(ROWS);
  for await (const some of acts) {
    const entries: string[] = [];
    const details: string[] = [];
    for (const act of some) {
      const said = { before: {}, after: { subject: act.subject } };
      const salt = act.id.replaceAll("-", "");
      const candidate = act.action === "candidate.applyToJob";
      const at = new Date(act.at);
      const entry = {
        orgId,
        sequence: head.sequence + 1,
        id: act.id,
        at,
        actorKind: candidate ? "candidate" : "member",
        actorId: act.by,
        action: act.action,
        subjectKind: candidate ? "application" : "scorecard",
        subjectId: act.subject,
        ip: candidate ? "" : "127.0.0.1",
        requestId: "scale",
        detailDigest: detailDigest(salt, said),
        previousHash: head.hash,
      };
      const hash = entryHash(entry);
      const { at: _, ...rest } = entry;
      entries.push(lineOf([...withTime(rest, at), hash]));
      details.push(lineOf([orgId, act.id, salt, JSON.stringify(said), act.person]));
      Object.assign(head, { sequence: entry.sequence, hash, previous: entry.previousHash, at });
    }
    await copy(one, "audit_entry", entries);
    await copy(one, "audit_detail (org_id, entry_id, salt, details, candidate_id)", details);
  }
  await sql`insert into audit_chain (org_id, sequence, at, hash, previous_hash)
    values (${orgId}, ${head.sequence}, ${head.at.toISOString()}, ${head.hash}, ${head.previous})
    on conflict (org_id) do update set sequence = excluded.sequence, at = excluded.at,
      hash = excluded.hash, previous_hash = excluded.previous_hash`;
}

/** The fields in the order of the table's columns. */
function withTime(rest: Record<string, string | number>, at: Date): (string | number)[] {
  const { orgId = "", sequence = 0, id = "", ...others } = rest;
  return [orgId, sequence, id, at.toISOString(), ...Object.values(others)];
}

/** A line as COPY reads it; none of these values holds a tab or a line break. */
function lineOf(values: readonly (string | number)[]): string {
  return `${values.map((one) => String(one).replaceAll("\\", "\\\\")).join("\t")}\n`;
}

async function copy(sql: Sql, into: string, lines: readonly string[]): Promise<void> {
  await pipeline(
    Readable.from([lines.join("")]),
    await sql.unsafe(`copy ${into} from stdin`).writable(),
  );
}

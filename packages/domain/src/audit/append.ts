import { randomBytes } from "node:crypto";
import { newId, statement, type Tx } from "@rubric/db";
import { auditChain } from "@rubric/db/schema";
import { sql } from "drizzle-orm";
import type { Actor, AuditStage, Origin } from "../context.ts";
import type { Permission } from "../permissions.ts";
import { GENESIS } from "./chain.ts";
import { detailDigest } from "./digest.ts";

/** The id under which an actor stands in the audit trail. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case "member":
      return actor.memberId;
    case "candidate":
      return actor.candidateId;
    case "account":
      return actor.accountId;
    case "anyone":
      return "anyone";
    case "system":
      return actor.job;
  }
}

const given = (name: string) => sql`${sql.placeholder(name)}::text`;
const givenId = (name: string) => sql`${sql.placeholder(name)}::uuid`;

/** One statement moves the chain's head and inserts entry and detail. */
const append = statement(sql`
  with clock as (
    select date_trunc('milliseconds', clock_timestamp()) as now
  ), head as (
    update audit_chain c set sequence = c.sequence + 1, at = greatest(c.at, clock.now),
      previous_hash = c.hash,
      hash = encode(sha256(convert_to(concat_ws(E'\n', c.org_id, c.sequence + 1, ${given("id")},
        to_char(greatest(c.at, clock.now) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        ${given("actorKind")}, ${given("actorId")}, ${given("action")}, ${given("subjectKind")},
        ${given("subjectId")}, ${given("ip")}, ${given("requestId")}, ${given("digest")},
        c.hash), 'UTF8')), 'hex')
    from clock where c.org_id = ${givenId("org")}
    returning c.org_id, c.sequence, c.at, c.previous_hash, c.hash
  ), entry as (
    insert into audit_entry (org_id, sequence, id, at, actor_kind, actor_id, action,
      subject_kind, subject_id, ip, request_id, detail_digest, previous_hash, hash)
    select org_id, sequence, ${given("id")}::uuid, at, ${given("actorKind")}, ${given("actorId")},
      ${given("action")}, ${given("subjectKind")}, ${given("subjectId")}, ${given("ip")},
      ${given("requestId")}, ${given("digest")}, previous_hash, hash
    from head
  )
  insert into audit_detail (org_id, entry_id, salt, details, candidate_id,
    sealed_application_id, sealed_stage_id)
  select org_id, ${given("id")}::uuid, ${given("salt")}, ${given("details")}::jsonb,
    ${givenId("candidateId")}, ${givenId("sealedApplicationId")}, ${givenId("sealedStageId")}
  from head returning entry_id`);

/**
 * Appends the entry of a command as the last statement of its transaction, so that the chain's
 * head is locked for the commit only.
 */
export async function appendAudit(
  tx: Tx,
  orgId: string,
  actor: Actor,
  action: Permission,
  origin: Origin,
  stage: AuditStage,
): Promise<void> {
  const id = newId();
  const salt = randomBytes(16).toString("hex");
  const outsider = actor.kind === "candidate" || actor.kind === "anyone";
  const details = asJson({
    before: stage.before ?? {},
    after: stage.after ?? {},
    ...((stage.judged?.by.length ?? 0) === 0 ? {} : { judged: stage.judged }),
    ...(outsider ? { ip: origin.ip } : {}),
    ...tokenOf(actor),
  });
  const line = (text: string) => text.replaceAll(/[\r\n]/g, " ");
  const fields = {
    actorKind: actor.kind,
    actorId: line(actorId(actor)),
    action,
    subjectKind: line(stage.subject.kind),
    subjectId: line(stage.subject.id),
    // The address of a person outside the organization is theirs: it lies where it can be erased.
    ip: outsider ? "" : line(origin.ip),
    requestId: line(origin.requestId),
    digest: detailDigest(salt, details),
  };
  const entry = {
    org: orgId,
    id,
    ...fields,
    salt,
    details: JSON.stringify(details),
    candidateId: stage.candidateId ?? null,
    sealedApplicationId: stage.sealed?.applicationId ?? null,
    sealedStageId: stage.sealed?.stageId ?? null,
  };
  if ((await append.send(tx, entry)).length === 1) return;
  await tx
    .insert(auditChain)
    .values({ orgId, sequence: 0, at: new Date(0), hash: GENESIS, previousHash: GENESIS })
    .onConflictDoNothing();
  if ((await append.send(tx, entry)).length !== 1)
    throw new Error("The audit entry was not written.");
}

/** Which token a member's command came with. */
function tokenOf(actor: Actor): { token?: { id: string; name: string } } {
  if (actor.kind !== "member" || actor.token === undefined) return {};
  const { id, name } = actor.token;
  return { token: { id, name } };
}

function asJson(value: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value));
}

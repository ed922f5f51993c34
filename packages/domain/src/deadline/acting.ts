import { deadline, member, memberAbsence, relation } from "@rubric/db/schema";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** That a member is active and not away at an instant. */
function isHere(memberId: AnyColumn | SQL, at: Date): SQL {
  const now = sql`${at.toISOString()}::timestamptz`;
  return sql`exists (
    select from ${member} here
    where here.org_id = ${deadline.orgId} and here.id = ${memberId} and here.state = 'active'
      and not exists (
        select from ${memberAbsence} gone
        where gone.org_id = here.org_id and gone.member_id = here.id
          and gone.from_at <= ${now} and ${now} < gone.until_at))`;
}

/**
 * Who has a `deadline` at an instant: its owner; while they are away or gone, whom they named, save
 * by law 7, else its stand-in. Nothing is moved for it, so it comes back by itself.
 */
export function actingOf(at: Date): SQL<string | null> {
  const now = sql`${at.toISOString()}::timestamptz`;
  return sql<string | null>`case when ${isHere(deadline.ownerId, at)} then ${deadline.ownerId}
    else coalesce(
      (select named.stand_in_id from ${memberAbsence} named
        where named.org_id = ${deadline.orgId} and named.member_id = ${deadline.ownerId}
          and named.from_at <= ${now} and ${now} < named.until_at
          and ${isHere(sql`named.stand_in_id`, at)}
          and not exists (
            select from ${relation} tie
            where tie.org_id = named.org_id and tie.member_id = named.stand_in_id
              and tie.candidate_id = ${deadline.candidateId})),
      case when ${isHere(deadline.standInId, at)} then ${deadline.standInId} end,
      ${deadline.ownerId}) end`;
}

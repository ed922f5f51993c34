import { accessToken, relation } from "@rubric/db/schema";
import { sql, type SQL } from "drizzle-orm";

/**
 * Whose own applications are a member's own (law 7), as a list for `in`: their own, and by a service
 * account those of whoever made one of its tokens and may hold it.
 */
export function selves(orgId: string | SQL, memberId: string | SQL): SQL {
  return sql`(select ${memberId}::uuid union all
    select ${accessToken.createdBy} from ${accessToken}
    where ${accessToken.orgId} = ${orgId}::uuid and ${accessToken.memberId} = ${memberId}::uuid
      and ${accessToken.kind} = 'service' and ${accessToken.revokedAt} is null
      and ${accessToken.expiresAt} > now())`;
}

/** That a `relation` of the query around it is who the member is as a candidate (law 7). */
export function isSelf(orgId: string | SQL, memberId: string | SQL): SQL {
  return sql`${relation.orgId} = ${orgId} and ${relation.memberId} in ${selves(orgId, memberId)}
    and ${relation.kind} = 'self'`;
}

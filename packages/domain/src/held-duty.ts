import { hiringTeam, member } from "@rubric/db/schema";
import { sql, type SQL } from "drizzle-orm";
import { DUTY_ROLES, TEAM_DUTIES } from "./duties.ts";

/**
 * The same rule as `allowsDuty`, as a condition on `hiring_team`: the member's roles, as they are
 * now, still allow the duty they were named for (law 15). Whatever follows from a duty asks it.
 */
export function isHeldDuty(): SQL {
  const kept = TEAM_DUTIES.map((duty) => {
    const roles = DUTY_ROLES[duty];
    const held = roles === null ? sql`true` : sql`holder.roles && ${sql.param([...roles])}::text[]`;
    return sql`when ${duty} then ${held}`;
  });
  return sql`exists (
    select from ${member} holder
    where holder.org_id = ${hiringTeam.orgId} and holder.id = ${hiringTeam.memberId}
      and case ${hiringTeam.duty} ${sql.join(kept, sql` `)} end)`;
}

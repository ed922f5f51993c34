import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Member } from "../context.ts";
import { memberFrom } from "./access.ts";

/** By what a call's member is found: the account of a session, or what an access token names. */
export type CallerKey = "account" | "member";
/** The same, or a member whom this process knew a moment ago: then nobody is looked for. */
export type MemberKey = CallerKey | "kept";

/** The active member of a row `call` with `org_id` and `caller_id`, as one row or none. */
export const MEMBER_OF_CALL: Record<MemberKey, SQL> = {
  account: sql`select id, account_id, name, roles from member
    where org_id = call.org_id and account_id = call.caller_id and state = 'active'`,
  member: sql`select id, account_id, name, roles from member
    where org_id = call.org_id and id = call.caller_id and state = 'active'`,
  kept: sql`select call.caller_id as id`,
};

/** Whether the session of a row `call` with `session_id` is there still. */
export const SESSION_OF_CALL: SQL = sql`exists (
  select from identity.session open where open.id = call.session_id)`;

export const MemberRow = z.object({
  id: z.string(),
  account_id: z.string().nullable(),
  name: z.string(),
  roles: z.array(z.string()),
});

/** The actor that such a row stands for. */
export function memberFromRow(row: z.infer<typeof MemberRow>): Member {
  return memberFrom({ id: row.id, accountId: row.account_id, name: row.name, roles: row.roles });
}
